package io.loupe.samples;

/**
 * What a surface is made of.
 *
 * @param red share of light it gives back, linear, 0..1; so are green and blue
 * @param gloss strength of its highlights, 0 (chalk) to 1 (polished metal)
 */
record Material(float red, float green, float blue, float gloss) {
    /** From a screen colour, 0xRRGGBB. */
    static Material of(int colour, double gloss) {
        return new Material(linear(colour >> 16), linear(colour >> 8), linear(colour), (float) gloss);
    }

    private static float linear(int channel) {
        return (float) Math.pow((channel & 0xff) / 255.0, Camera.GAMMA);
    }
}
