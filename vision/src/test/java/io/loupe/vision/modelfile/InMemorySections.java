package io.loupe.vision.modelfile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sections that never see a file, for tests of what writes and reads them. */
public final class InMemorySections implements SectionWriter, SectionReader {
    private final Map<String, Object> sections = new TreeMap<>();

    /** A copy in which one section is missing. */
    public InMemorySections without(String name) {
        InMemorySections copy = new InMemorySections();
        copy.sections.putAll(sections);
        copy.sections.remove(name);
        return copy;
    }

    /** A copy in which one fact has another value. */
    public InMemorySections withFact(String section, String key, String value) {
        InMemorySections copy = without(section);
        Map<String, String> facts = new LinkedHashMap<>(facts(section));
        facts.put(key, value);
        copy.putFacts(section, facts);
        return copy;
    }

    public Set<String> names() {
        return sections.keySet();
    }

    /** Every section as bytes, to compare two models. */
    public Map<String, ByteBuffer> contents() {
        Map<String, ByteBuffer> contents = new TreeMap<>();
        sections.forEach((name, value) -> contents.put(name, encoded(value)));
        return contents;
    }

    private static ByteBuffer encoded(Object value) {
        return switch (value) {
            case byte[] bytes -> ByteBuffer.wrap(bytes);
            case float[] floats -> {
                ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * floats.length);
                buffer.asFloatBuffer().put(floats);
                yield buffer;
            }
            case int[] ints -> {
                ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * ints.length);
                buffer.asIntBuffer().put(ints);
                yield buffer;
            }
            default -> ByteBuffer.wrap(value.toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    @Override
    public void putBytes(String name, byte[] bytes) {
        put(name, bytes.clone());
    }

    @Override
    public void putFloats(String name, float[] values) {
        put(name, values.clone());
    }

    @Override
    public void putInts(String name, int[] values) {
        put(name, values.clone());
    }

    @Override
    public void putFacts(String name, Map<String, String> facts) {
        put(name, new LinkedHashMap<>(facts));
    }

    private void put(String name, Object value) {
        if (sections.put(name, value) != null) {
            throw new IllegalArgumentException("There already is a section '%s'".formatted(name));
        }
    }

    @Override
    public boolean has(String name) {
        return sections.containsKey(name);
    }

    @Override
    public byte[] bytes(String name) {
        return get(name, byte[].class).clone();
    }

    @Override
    public float[] floats(String name) {
        return get(name, float[].class).clone();
    }

    @Override
    public int[] ints(String name) {
        return get(name, int[].class).clone();
    }

    @Override
    public Map<String, String> facts(String name) {
        Map<String, String> facts = new LinkedHashMap<>();
        Map<?, ?> stored = get(name, Map.class);
        stored.forEach((key, value) -> facts.put((String) key, (String) value));
        return facts;
    }

    private <T> T get(String name, Class<T> type) {
        Object value = sections.get(name);
        if (!type.isInstance(value)) {
            throw new UnreadableModelException("There is no section '%s' of this type".formatted(name));
        }
        return type.cast(value);
    }
}
