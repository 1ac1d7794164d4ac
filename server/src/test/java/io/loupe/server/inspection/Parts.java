package io.loupe.server.inspection;

import io.loupe.images.ImageEncoding;
import io.loupe.vision.Detector;
import io.loupe.vision.Training;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.progress.Progress;
import java.util.List;
import java.util.Random;

/** Made pictures of a striped part with a disc in it, and a small model that knows the good ones. */
public final class Parts {
    /** How many good parts the model learns from. */
    public static final int LEARNED = 12;

    private static final int SIDE = 96;

    private Parts() {}

    /** A good part; each seed gives another one. Those below {@link #LEARNED} are learned from. */
    public static RgbImage good(int seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[3 * SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                boolean disc = Math.hypot(row - 48, column - 48) < 30;
                int value = (disc ? 170 : 80) + (row / 6 % 2) * 20 + random.nextInt(12);
                for (int channel = 0; channel < 3; channel++) {
                    pixels[3 * (row * SIDE + column) + channel] = (byte) value;
                }
            }
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }

    /** A good part with a red scratch. */
    public static RgbImage scratched(int seed) {
        byte[] pixels = good(seed).pixels();
        for (int i = 0; i < 24; i++) {
            for (int thickness = 0; thickness < 4; thickness++) {
                int at = 3 * ((30 + i) * SIDE + 30 + i + thickness);
                pixels[at] = (byte) 250;
                pixels[at + 1] = 10;
                pixels[at + 2] = 10;
            }
        }
        return RgbImage.wrap(SIDE, SIDE, pixels);
    }

    public static byte[] goodPng(int seed) {
        return ImageEncoding.png(good(seed));
    }

    public static byte[] scratchedPng(int seed) {
        return ImageEncoding.png(scratched(seed));
    }

    /** What the model calls a picture that it learned from. */
    static String name(int seed) {
        return "good-%d.png".formatted(seed);
    }

    /** Learns from the good parts; takes a second or two. */
    public static Detector train() {
        TrainingSettings settings = new TrainingSettings(
                "patch-lof",
                new PatchEncoderRequest("filter-bank", List.of(), InputSize.square(SIDE)),
                MethodSettings.defaults(),
                0.01);
        try (Training training = Training.start(settings, EncoderSettings.defaults())) {
            for (int seed = 0; seed < LEARNED; seed++) {
                training.add(name(seed), good(seed));
            }
            return training.finish(Progress.SILENT);
        }
    }
}
