package io.loupe.images;

/**
 * The most that reading one picture may cost, checked against the file's size and header before pixels are decoded.
 *
 * @param maxBytes largest file
 * @param maxPixels largest height * width; a decoder takes up to about 8 bytes for each
 * @param maxSide longest height or width
 */
public record ImageLimits(long maxBytes, long maxPixels, int maxSide) {
    /** 64 MiB, 100 megapixels, sides up to 32,768: above any industrial camera, below what hurts a server. */
    public static final ImageLimits DEFAULT = new ImageLimits(64L << 20, 100_000_000, 32_768);

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1 || maxSide < 1) {
            throw new IllegalArgumentException("Limits must be positive, got %d bytes, %d pixels, side %d"
                    .formatted(maxBytes, maxPixels, maxSide));
        }
    }
}
