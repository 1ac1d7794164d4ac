package io.loupe.samples;

import io.loupe.vision.image.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A collection of pictures such as gathers on a disk, as a plan: all products, more good ones than defective ones, and of
 * some pictures a near-copy right behind them. Nothing is rendered here before {@link Picture#render()} is called.
 *
 * @param ofEachProduct pictures of each product, without the copies
 * @param seed of the whole collection; two seeds share no picture
 */
public record SampleLibrary(int ofEachProduct, long seed) {
    /** Every third picture shows a defect. */
    private static final int DEFECTIVE_EVERY = 3;

    /** Every seventh picture was copied: each product in turn, since seven and the number of products share no factor. */
    private static final int COPIED_EVERY = 7;

    private static final List<NearCopy> COPIES = List.of(NearCopy.values());

    public SampleLibrary {
        if (ofEachProduct < 1) {
            throw new IllegalArgumentException(
                    "A collection has at least 1 picture of each product, got %d".formatted(ofEachProduct));
        }
    }

    /**
     * One picture still to be rendered.
     *
     * @param name the file's, unique in the collection; its ending says in which format it belongs
     * @param tags what it shows, as somebody who put it in order would say
     */
    public record Picture(
            String name,
            List<String> tags,
            Product product,
            Optional<DefectKind> defect,
            Optional<NearCopy> copy,
            long seed) {
        public RgbImage render() {
            RgbImage original = defect.map(
                            kind -> Samples.defective(product, kind, seed).image())
                    .orElseGet(() -> Samples.good(product, seed));
            return copy.map(kind -> kind.of(original)).orElse(original);
        }
    }

    /** Every picture, product by product in turn, so that any beginning of the list has some of each. */
    public List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        int originals = 0;
        for (int number = 0; number < ofEachProduct; number++) {
            for (Product product : Product.values()) {
                Picture original = original(product, number);
                pictures.add(original);
                if (++originals % COPIED_EVERY == 0) {
                    pictures.add(copyOf(original, COPIES.get(originals / COPIED_EVERY % COPIES.size())));
                }
            }
        }
        return pictures;
    }

    private Picture original(Product product, int number) {
        List<DefectKind> kinds = product.defectKinds();
        Optional<DefectKind> defect = number % DEFECTIVE_EVERY == DEFECTIVE_EVERY - 1
                ? Optional.of(kinds.get(number / DEFECTIVE_EVERY % kinds.size()))
                : Optional.empty();
        String what = text(product);
        String name = "%s-%03d.jpg".formatted(what, number);
        List<String> tags =
                List.of(what, defect.map(kind -> text(kind).replace('_', ' ')).orElse("good"));
        return new Picture(name, tags, product, defect, Optional.empty(), Samples.mix(seed, name.hashCode()));
    }

    private static Picture copyOf(Picture original, NearCopy kind) {
        String ending = kind == NearCopy.CONVERTED ? "png" : "jpg";
        String name = original.name().replace(".jpg", "-%s.%s".formatted(kind.text(), ending));
        return new Picture(
                name, original.tags(), original.product(), original.defect(), Optional.of(kind), original.seed());
    }

    private static String text(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
