package io.loupe.server;

import io.loupe.images.ImageEncoding;
import io.loupe.vision.image.RgbImage;
import java.util.Random;

/** Small made pictures; each number gives another one. */
public final class TestPictures {
    private static final int SIDE = 48;

    private TestPictures() {}

    /** Blocks of random colours. */
    public static RgbImage blocks(long number) {
        Random random = new Random(number);
        byte[] colors = new byte[3 * 16];
        random.nextBytes(colors);
        byte[] pixels = new byte[3 * SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int block = row / 12 * 4 + column / 12;
                System.arraycopy(colors, 3 * block, pixels, 3 * (row * SIDE + column), 3);
            }
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }

    public static byte[] png(long number) {
        return ImageEncoding.png(blocks(number));
    }

    /** A grained plate with a hole in it; each number gives another one. */
    public static RgbImage part(long number) {
        Random random = new Random(number);
        byte[] pixels = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int row = i / SIDE - SIDE / 2;
            int column = i % SIDE - SIDE / 2;
            int light = (row * row + column * column < 64 ? 40 : 150) + random.nextInt(20);
            pixels[3 * i] = (byte) light;
            pixels[3 * i + 1] = (byte) (light + random.nextInt(4));
            pixels[3 * i + 2] = (byte) light;
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }

    /** Such a plate with a bright scratch that nobody could miss. */
    public static RgbImage scratched(long number) {
        RgbImage part = part(number);
        byte[] pixels = part.pixels().clone();
        for (int row = 4; row < 44; row++) {
            for (int column = 36; column < 42; column++) {
                pixels[3 * (row * SIDE + column)] = (byte) 255;
                pixels[3 * (row * SIDE + column) + 1] = (byte) (row % 2 * 255);
            }
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }

    /** Where the scratch is, white on black, in a picture of this side. */
    public static byte[] scratchMask(int side) {
        byte[] pixels = new byte[3 * side * side];
        for (int row = 4 * side / SIDE; row < 44 * side / SIDE; row++) {
            for (int column = 36 * side / SIDE; column < 42 * side / SIDE; column++) {
                for (int channel = 0; channel < 3; channel++) {
                    pixels[3 * (row * side + column) + channel] = (byte) 255;
                }
            }
        }
        return ImageEncoding.png(RgbImage.wrap(side, side, pixels));
    }
}
