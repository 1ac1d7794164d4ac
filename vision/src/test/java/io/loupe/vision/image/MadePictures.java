package io.loupe.vision.image;

import java.util.Random;

/** Pictures for tests: patterns that the golden scripts repeat in Python, and random ones. */
public final class MadePictures {
    private MadePictures() {}

    /** One of the patterns {@code noise}, {@code gradient} and {@code checkers}. */
    public static RgbImage of(String pattern, int height, int width) {
        byte[] pixels = new byte[3 * height * width];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / 3 / width;
            int column = i / 3 % width;
            int channel = i % 3;
            pixels[i] = (byte)
                    switch (pattern) {
                        case "noise" -> noise(row, column, channel);
                        case "gradient" -> row * 3 + column * 5 + channel * 40;
                        case "checkers" -> (row / 3 + column / 2 + channel) % 2 * 255;
                        default -> throw new IllegalArgumentException("No made picture is called " + pattern);
                    };
        }
        return RgbImage.wrap(height, width, pixels);
    }

    /** Every byte drawn at random. */
    public static RgbImage random(int height, int width, Random random) {
        byte[] pixels = new byte[3 * height * width];
        random.nextBytes(pixels);
        return RgbImage.wrap(height, width, pixels);
    }

    private static int noise(int row, int column, int channel) {
        int mixed = row * 73856093 ^ column * 19349663 ^ channel * 83492791;
        return (mixed * 0x9E3779B1) >>> 24;
    }
}
