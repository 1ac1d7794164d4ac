package io.loupe.vision.modelfile;

import java.util.Map;

/**
 * The named sections of a model file. Every getter makes a new array, which is the caller's, and throws
 * {@link UnreadableModelException}, naming the section, when it is missing, of another type or damaged.
 */
public interface SectionReader {
    /** What messages call the model: its file. */
    String origin();

    boolean has(String name);

    byte[] bytes(String name);

    float[] floats(String name);

    int[] ints(String name);

    /** Read-only, in the order in which they were put. */
    Map<String, String> facts(String name);
}
