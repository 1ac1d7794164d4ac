package io.loupe.vision.image;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * 64 bits that change little when a picture is scaled, recompressed or slightly retouched, for finding near-duplicates.
 *
 * <p>Equal to {@code imagehash.phash} of Python: the picture is made grey, shrunk to 32 x 32 with Lanczos and transformed
 * by a discrete cosine transform; each of the 8 x 8 lowest frequencies, the mean included, gives one bit: whether it
 * lies above the median of the 64.
 *
 * @param bits row-major, vertical frequency first; the most significant bit is frequency (0, 0)
 */
public record PerceptualHash(long bits) {
    private static final int FREQUENCIES = 8;
    private static final HexFormat HEX = HexFormat.of();

    /** The hash of a picture of any size. */
    public static PerceptualHash of(RgbImage image) {
        return ofSquare(shrink(GrayImage.of(image)));
    }

    /**
     * The hashes of the picture in all eight orientations, in the order of {@link Orientation#values()}: entry {@code o}
     * is the hash of {@code o.apply(image)}. Two pictures show the same turned or mirrored thing if the upright hash of
     * one is near any of the eight of the other.
     *
     * <p>Costs two reductions of the picture, not eight. Mirroring commutes with the reduction, because its weights are
     * symmetric, so the 32 x 32 square is mirrored in place of the picture. Swapping the sides does not quite: rows are
     * reduced first and rounded to 8 bits. The four orientations that swap them take a square that was reduced in the
     * other order.
     */
    public static List<PerceptualHash> ofAllOrientations(RgbImage image) {
        GrayImage gray = GrayImage.of(image);
        GrayImage rowsFirst = shrink(gray);
        GrayImage columnsFirst = Orientation.TRANSPOSE.apply(shrink(Orientation.TRANSPOSE.apply(gray)));
        return Arrays.stream(Orientation.values())
                .map(orientation -> ofSquare(orientation.apply(orientation.swapsSides() ? columnsFirst : rowsFirst)))
                .toList();
    }

    /**
     * Reads what {@link #toHex} writes.
     *
     * @throws IllegalArgumentException if the text is not 16 hexadecimal digits
     */
    public static PerceptualHash fromHex(String hex) {
        if (hex.length() != 16 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException(
                    "A perceptual hash is 16 hexadecimal digits, as in ba8c84536bd3c366; got '%s'".formatted(hex));
        }
        return new PerceptualHash(HexFormat.fromHexDigitsToLong(hex));
    }

    /** 16 lower-case hexadecimal digits, as {@code str(imagehash.phash(image))}. */
    public String toHex() {
        return HEX.toHexDigits(bits);
    }

    /** In how many of the 64 bits two hashes differ; near-duplicates lie within about 10. */
    public int hammingDistance(PerceptualHash other) {
        return Long.bitCount(bits ^ other.bits);
    }

    private static GrayImage shrink(GrayImage gray) {
        return Resampler.resize(gray, CosineTransform.SIDE, CosineTransform.SIDE, Resampling.LANCZOS);
    }

    /** The hash of a square that is 32 x 32 already. */
    static PerceptualHash ofSquare(GrayImage square) {
        double[] coefficients = CosineTransform.lowFrequencies(square, FREQUENCIES);
        double median = median(coefficients);
        long bits = 0;
        for (double coefficient : coefficients) {
            bits = bits << 1 | (coefficient > median ? 1 : 0);
        }
        return new PerceptualHash(bits);
    }

    /** The mean of the two middle values. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }
}
