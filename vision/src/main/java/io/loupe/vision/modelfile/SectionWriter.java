package io.loupe.vision.modelfile;

import java.util.Map;

/**
 * Takes the named sections of a model file, one after the other. Names are unique and have 1 to 44 printable ASCII
 * characters without spaces; a section has at most 2 GiB; anything else is an {@link IllegalArgumentException}. Arrays
 * are written before the call returns and are not kept.
 */
public interface SectionWriter {
    void putBytes(String name, byte[] bytes);

    void putFloats(String name, float[] values);

    void putInts(String name, int[] values);

    /** Short facts: keys without '=' or line breaks, values without line breaks, kept in order. */
    void putFacts(String name, Map<String, String> facts);
}
