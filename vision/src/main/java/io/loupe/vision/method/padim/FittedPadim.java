package io.loupe.vision.method.padim;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.neighbors.RowMatrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scores by Mahalanobis distance.
 *
 * <p>A picture is left out by a rank-one downdate (Sherman and Morrison) of the covariance: exact but for the divisor,
 * which stays pictures - 1 where it would be pictures - 2. Held-out scores are therefore too high, never too low, by at
 * most a factor of sqrt((pictures - 1) / (pictures - 2)): 0.5 % at 100 pictures, 2.7 % at 20.
 *
 * <p>Saved as the facts {@code padim} (pictures, taps), {@code padim.channels} (int32, the chosen channels) and
 * {@code padim.gaussians} (float64, little-endian; for each cell the mean, then the inverse of the Cholesky factor of
 * the covariance, lower triangle, row after row).
 */
final class FittedPadim implements FittedMethod {
    private final ChannelSubset channels;
    private final CellGaussian[] gaussians;
    private final int pictures;

    FittedPadim(ChannelSubset channels, CellGaussian[] gaussians, int pictures) {
        this.channels = channels;
        this.gaussians = gaussians;
        this.pictures = pictures;
    }

    /** Refuses, before any work is done, what would not fit one section of a model file. */
    static void requireStorable(ChannelSubset channels) {
        if (storedBytes(channels) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "padim would need %d MB for %d positions of %d channels; at most 2,048 can be stored. Use a smaller input size or a coarser tap."
                            .formatted(
                                    storedBytes(channels) >> 20,
                                    channels.shapes().patchCount(),
                                    channels.count()));
        }
    }

    private static long storedBytes(ChannelSubset channels) {
        return (long) channels.shapes().patchCount() * CellGaussian.storedValues(channels.count()) * Double.BYTES;
    }

    static FittedPadim load(SectionReader sections) {
        SectionFacts facts = SectionFacts.read(sections, Padim.ID);
        TapShapes shapes = facts.parsed("taps", TapShapes::parse);
        ChannelSubset channels = readChannels(sections, shapes);
        byte[] stored = sections.bytes("padim.gaussians");
        if (stored.length != storedBytes(channels)) {
            throw new UnreadableModelException(
                    "Section 'padim.gaussians' has %d bytes, expected %d. Train the model again."
                            .formatted(stored.length, storedBytes(channels)));
        }
        DoubleBuffer values =
                ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        CellGaussian[] gaussians = Stream.generate(() -> CellGaussian.read(values, channels.count()))
                .limit(shapes.patchCount())
                .toArray(CellGaussian[]::new);
        return new FittedPadim(channels, gaussians, facts.number("pictures", 2));
    }

    private static ChannelSubset readChannels(SectionReader sections, TapShapes shapes) {
        try {
            return new ChannelSubset(shapes, sections.ints("padim.channels"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableModelException(
                    "Section 'padim.channels' does not make sense: %s. Train the model again."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    @Override
    public void save(SectionWriter sections) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(storedBytes(channels))).order(ByteOrder.LITTLE_ENDIAN);
        DoubleBuffer values = bytes.asDoubleBuffer();
        for (CellGaussian gaussian : gaussians) {
            gaussian.write(values);
        }
        sections.putFacts(
                Padim.ID,
                new TreeMap<>(Map.of(
                        "pictures", Integer.toString(pictures),
                        "taps", channels.shapes().toString())));
        sections.putInts("padim.channels", channels.channels());
        sections.putBytes("padim.gaussians", bytes.array());
    }

    @Override
    public String methodId() {
        return Padim.ID;
    }

    @Override
    public PatchScores score(List<PatchFeatures> taps) {
        return score(taps, squaredDistance -> squaredDistance);
    }

    /**
     * {@inheritDoc} Only the picture itself is left out: of others like it, each weighs one in n in a Gaussian.
     *
     * @param taps of the training picture as it was; this method cannot leave out a picture that was changed since
     * @throws IllegalArgumentException also if the features cannot be those of a training picture
     */
    @Override
    public PatchScores scoreHeldOut(List<PatchFeatures> taps, PictureRange owners) {
        return score(taps, this::withoutItself);
    }

    /** With all pictures left in: what one of many adds to the Gaussians can be taken away for itself only. */
    @Override
    public PatchScores scoreChanged(List<PatchFeatures> taps, PictureRange owners) {
        return score(taps);
    }

    /** The squared distance of a training vector to the Gaussian of the others. */
    private double withoutItself(double squaredDistance) {
        double others = pictures - 1.0;
        double left = 1 - squaredDistance * pictures / (others * others);
        if (left <= 0) {
            throw new IllegalArgumentException(
                    "These features are not those of a training picture: padim can leave out only what it has learned from, unchanged. Use score for other pictures.");
        }
        double meanShift = pictures / others;
        return meanShift * meanShift * squaredDistance / left;
    }

    private PatchScores score(List<PatchFeatures> taps, DoubleUnaryOperator squaredDistances) {
        RowMatrix patches = channels.select(taps);
        double[] squared = IntStream.range(0, gaussians.length)
                .parallel()
                .mapToDouble(cell -> gaussians[cell].squaredDistance(patches, cell))
                .toArray();
        float[] scores = new float[squared.length];
        float worst = 0;
        for (int cell = 0; cell < scores.length; cell++) {
            scores[cell] = (float) Math.sqrt(squaredDistances.applyAsDouble(squared[cell]));
            worst = Math.max(worst, scores[cell]);
        }
        TapShapes shapes = channels.shapes();
        return PatchScores.wrap(shapes.rows(), shapes.columns(), scores, worst, new int[0]);
    }

    @Override
    public PatchOrigin origin(int bankRow) {
        throw new IndexOutOfBoundsException("padim keeps no patches, so there is no bank row %d".formatted(bankRow));
    }

    @Override
    public int bankRows() {
        return 0;
    }

    @Override
    public void close() {}
}
