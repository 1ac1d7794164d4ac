package io.loupe.vision.modelfile;

import java.util.Map;

/**
 * The named sections of a model file. Every getter throws {@link UnreadableModelException}, naming the section, when it
 * is missing, of another type or damaged.
 */
public interface SectionReader {
    boolean has(String name);

    byte[] bytes(String name);

    float[] floats(String name);

    int[] ints(String name);

    Map<String, String> facts(String name);
}
