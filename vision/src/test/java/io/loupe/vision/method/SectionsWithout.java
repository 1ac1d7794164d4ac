package io.loupe.vision.method;

import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.UnreadableModelException;
import java.util.Map;

/** A model that lacks one section. */
record SectionsWithout(String missing, SectionReader all) implements SectionReader {
    @Override
    public String origin() {
        return all.origin();
    }

    @Override
    public boolean has(String name) {
        return !name.equals(missing) && all.has(name);
    }

    @Override
    public byte[] bytes(String name) {
        return present(name).bytes(name);
    }

    @Override
    public float[] floats(String name) {
        return present(name).floats(name);
    }

    @Override
    public int[] ints(String name) {
        return present(name).ints(name);
    }

    @Override
    public Map<String, String> facts(String name) {
        return present(name).facts(name);
    }

    private SectionReader present(String name) {
        if (!has(name)) {
            throw new UnreadableModelException("There is no section '%s'".formatted(name));
        }
        return all;
    }
}
