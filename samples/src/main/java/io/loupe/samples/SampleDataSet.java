package io.loupe.samples;

import io.loupe.vision.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A labelled data set of one product as a plan: which picture belongs at which path, in the layout of MVTec AD. Nothing
 * is rendered or written here; whoever can write PNG walks {@link #pictures()} and renders one at a time.
 *
 * @param product what to make
 * @param goodForTraining pictures below {@code train/good}
 * @param goodForTest pictures below {@code test/good}
 * @param defectiveOfEachKind pictures below {@code test/KIND}, for every kind the product can have
 * @param seed of the whole set; two seeds share no picture
 */
public record SampleDataSet(Product product, int goodForTraining, int goodForTest, int defectiveOfEachKind, long seed) {
    public SampleDataSet {
        if (goodForTraining < 1 || goodForTest < 0 || defectiveOfEachKind < 0) {
            throw new IllegalArgumentException(
                    "A data set needs at least 1 good picture for training and no negative count, got %d, %d and %d"
                            .formatted(goodForTraining, goodForTest, defectiveOfEachKind));
        }
    }

    /** One picture still to be rendered. Paths are relative to the data set's root, with forward slashes. */
    public sealed interface Picture {
        String imagePath();
    }

    /** A good part. */
    public record Good(String imagePath, Product product, long seed) implements Picture {
        public RgbImage render() {
            return Samples.good(product, seed);
        }
    }

    /** A defective part; {@code maskPath} is where its ground truth goes. */
    public record Defective(String imagePath, String maskPath, Product product, DefectKind kind, long seed)
            implements Picture {
        public LabelledPicture render() {
            return Samples.defective(product, kind, seed);
        }
    }

    /** The name of the category folder: the product in lower case. */
    public String category() {
        return folder(product);
    }

    /** Every picture of the set, in the order of their paths within training, good and each kind of defect. */
    public List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < goodForTraining; i++) {
            pictures.add(good("train", i));
        }
        for (int i = 0; i < goodForTest; i++) {
            pictures.add(good("test", i));
        }
        for (DefectKind kind : product.defectKinds()) {
            for (int i = 0; i < defectiveOfEachKind; i++) {
                pictures.add(defective(kind, i));
            }
        }
        return pictures;
    }

    private Good good(String split, int index) {
        String path = "%s/%s/good/%03d.png".formatted(category(), split, index);
        return new Good(path, product, seedOf(path));
    }

    private Defective defective(DefectKind kind, int index) {
        String path = "%s/test/%s/%03d.png".formatted(category(), folder(kind), index);
        String maskPath = "%s/ground_truth/%s/%03d_mask.png".formatted(category(), folder(kind), index);
        return new Defective(path, maskPath, product, kind, seedOf(path));
    }

    /** Every path has a seed of its own, so that no picture of the test is a twin of a training picture. */
    private long seedOf(String path) {
        return Samples.mix(seed, path.hashCode());
    }

    private static String folder(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
