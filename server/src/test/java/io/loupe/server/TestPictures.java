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
}
