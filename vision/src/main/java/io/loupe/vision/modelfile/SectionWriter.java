package io.loupe.vision.modelfile;

import java.util.Map;

/** Collects the named sections of a model file. Names are unique; numbers are little-endian in the file. */
public interface SectionWriter {
    void putBytes(String name, byte[] bytes);

    void putFloats(String name, float[] values);

    void putInts(String name, int[] values);

    /** Short facts: keys without '=' or line breaks, values without line breaks, kept in order. */
    void putFacts(String name, Map<String, String> facts);
}
