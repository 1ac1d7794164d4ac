package io.loupe.cli;

import io.loupe.cli.output.PngFile;
import io.loupe.samples.LabelledPicture;
import io.loupe.samples.Product;
import io.loupe.samples.SampleDataSet;
import io.loupe.samples.Samples;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.Arrays;

/** Made parts on disk, small enough for tests. */
final class Parts {
    private Parts() {}

    /** A folder of good brackets. */
    static Path good(Path folder, int count) {
        for (int i = 0; i < count; i++) {
            PngFile.write(folder.resolve("%03d.png".formatted(i)), Samples.good(Product.BRACKET, i));
        }
        return folder;
    }

    /** A good bracket that no training has seen. */
    static Path freshGood(Path file) {
        PngFile.write(file, Samples.good(Product.BRACKET, 1000));
        return file;
    }

    /** A bracket with a label stuck on it that nobody could miss. */
    static Path defective(Path file) {
        RgbImage part = Samples.good(Product.BRACKET, 1001);
        byte[] pixels = part.pixels().clone();
        for (int row = 80; row < 140; row++) {
            int from = 3 * (row * part.width() + 100);
            Arrays.fill(pixels, from, from + 3 * 60, (byte) (row / 8 % 2 == 0 ? 255 : 20));
        }
        PngFile.write(file, RgbImage.wrap(part.height(), part.width(), pixels));
        return file;
    }

    /** A category in the layout of MVTec AD below this folder; its name. */
    static String category(Path folder) {
        SampleDataSet plan = new SampleDataSet(Product.BRACKET, 6, 2, 1, 7);
        for (SampleDataSet.Picture picture : plan.pictures()) {
            switch (picture) {
                case SampleDataSet.Good good -> PngFile.write(folder.resolve(good.imagePath()), good.render());
                case SampleDataSet.Defective defective -> {
                    LabelledPicture labelled = defective.render();
                    PngFile.write(folder.resolve(defective.imagePath()), labelled.image());
                    PngFile.write(folder.resolve(defective.maskPath()), labelled.mask());
                }
            }
        }
        return plan.category();
    }
}
