package io.loupe.samples;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures of parts that never were, for demonstrations, tests and benchmarks: good ones, and ones with a defect
 * whose every pixel is known.
 *
 * <p>The same product, kind and seed always give the same bytes on one Java runtime. Thread-safe; a good picture takes
 * some 8 to 15 ms, a defective one up to 25 ms.
 */
public final class Samples {
    /** A pixel counts as changed when a channel moved by more than this, of 255, before the sensor's noise. */
    private static final float VISIBLE_CHANGE = 6;

    /** Fewer changed pixels than this would be a defect nobody could see, so another one is tried. */
    private static final int MIN_CHANGED_PIXELS = 40;

    private static final int MAX_TRIES = 20;

    private Samples() {}

    /** A good part, with the variation real ones have: pose, light, texture, sensor noise. */
    public static RgbImage good(Product product, long seed) {
        return Camera.digitise(exposed(built(product, seed, Flaw.NONE), seed), seed);
    }

    /**
     * The part that {@link #good} shows for the same seed, with one defect: the two pictures are the same outside the
     * mask, byte for byte.
     *
     * @throws IllegalArgumentException if this product cannot have this defect
     */
    public static LabelledPicture defective(Product product, DefectKind kind, long seed) {
        if (!product.defectKinds().contains(kind)) {
            throw new IllegalArgumentException(
                    "A %s has no defect %s; choose one of %s".formatted(product, kind, product.defectKinds()));
        }
        Surface sound = built(product, seed, Flaw.NONE);
        Exposure good = exposed(sound, seed);
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            Flaw flaw = new Flaw(kind, mix(seed, (product + " " + kind + " " + attempt).hashCode()));
            Exposure changed = exposed(flawed(product, sound, flaw, seed), seed);
            BinaryMask mask = good.differenceTo(changed, VISIBLE_CHANGE);
            if (mask.area() >= MIN_CHANGED_PIXELS) {
                return new LabelledPicture(Camera.digitise(good.replaced(mask, changed), seed), mask, kind);
            }
        }
        throw new IllegalStateException(
                "No visible %s on a %s in %d tries with seed %d".formatted(kind, product, MAX_TRIES, seed));
    }

    private static Surface built(Product product, long seed, Flaw flaw) {
        Random natural = new Random(mix(seed, product.name().hashCode()));
        Surface surface = new Surface(product.height(), product.width(), Pose.jittered(product, natural));
        product.scenery().build(surface, natural, flaw);
        return surface;
    }

    /** A piece missing or misplaced is built anew; a mark is made on a copy of the sound part. */
    private static Surface flawed(Product product, Surface sound, Flaw flaw, long seed) {
        return blemish(flaw.kind())
                .map(blemish -> {
                    Surface marked = sound.copy();
                    blemish.mark(marked, product.scenery(), flaw.details());
                    return marked;
                })
                .orElseGet(() -> built(product, seed, flaw));
    }

    private static Exposure exposed(Surface surface, long seed) {
        return Camera.expose(surface, new Random(mix(seed, -1)));
    }

    private static Optional<Blemish> blemish(@Nullable DefectKind kind) {
        return switch (kind) {
            case null -> Optional.empty();
            case SCRATCH -> Optional.of(Blemish.SCRATCH);
            case DENT -> Optional.of(Blemish.DENT);
            case STAIN -> Optional.of(Blemish.STAIN);
            case CRACK -> Optional.of(Blemish.CRACK);
            case FIBRE -> Optional.of(Blemish.FIBRE);
            case MISSING_PIECE, MISPLACED_PIECE -> Optional.empty();
        };
    }

    /** Neighbouring seeds must not give neighbouring pictures, so the bits are stirred (finalizer of SplitMix64). */
    static long mix(long seed, long salt) {
        long z = seed * 0x9e3779b97f4a7c15L + salt * 0xd1342543de82ef95L + 0x632be59bd9b4e019L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
