package io.loupe.vision.method;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Features of pictures that all look alike but for a little noise, on two taps of {@value #ROWS} x {@value #COLUMNS}
 * and half as many rows and columns. Their first channel is silent: it is where outliers show. Turned pictures have the
 * features of the upright one.
 */
public final class FakeFeatures implements FeatureSource {
    public static final int ROWS = 8;
    public static final int COLUMNS = 10;
    private static final int[] DIMENSIONS = {12, 20};
    private static final double NOISE = 0.1;

    private final List<List<PatchFeatures>> pictures;
    private final PictureGroups groups;

    private FakeFeatures(List<List<PatchFeatures>> pictures) {
        this(pictures, PictureGroups.single(pictures.size()));
    }

    private FakeFeatures(List<List<PatchFeatures>> pictures, PictureGroups groups) {
        this.pictures = List.copyOf(pictures);
        this.groups = groups;
    }

    public static FakeFeatures of(int imageCount, Random random) {
        PatchFeatures fine = randomTap(ROWS, COLUMNS, DIMENSIONS[0], random);
        for (int cell = 0; cell < fine.patchCount(); cell++) {
            fine.values()[cell * fine.dimension()] = 0;
        }
        List<PatchFeatures> look = List.of(fine, randomTap(ROWS / 2, COLUMNS / 2, DIMENSIONS[1], random));
        return new FakeFeatures(IntStream.range(0, imageCount)
                .mapToObj(image -> look.stream().map(tap -> noisy(tap, random)).toList())
                .toList());
    }

    /** The same pictures but for one; the later ones move up by one. */
    public FakeFeatures without(int image) {
        return new FakeFeatures(IntStream.range(0, pictures.size())
                .filter(other -> other != image)
                .mapToObj(pictures::get)
                .toList());
    }

    /** The same pictures but for one that is another. */
    public FakeFeatures with(int image, List<PatchFeatures> taps) {
        List<List<PatchFeatures>> changed = new ArrayList<>(pictures);
        changed.set(image, taps);
        return new FakeFeatures(changed);
    }

    /** The same pictures, some of them of one part. */
    public FakeFeatures grouped(PictureGroups parts) {
        return new FakeFeatures(pictures, parts);
    }

    /** A picture with something that no other has, strongest at this cell of the finest grid and weaker around it. */
    public List<PatchFeatures> withOutlier(int image, int row, int column) {
        PatchFeatures tap = pictures.get(image).getFirst();
        float[] values = tap.values().clone();
        for (int y = Math.max(0, row - 1); y <= Math.min(tap.rows() - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(tap.columns() - 1, column + 1); x++) {
                values[(y * tap.columns() + x) * tap.dimension()] += y == row && x == column ? 6 : 2;
            }
        }
        return List.of(
                PatchFeatures.wrap(tap.rows(), tap.columns(), tap.dimension(), values),
                pictures.get(image).getLast());
    }

    private static PatchFeatures randomTap(int rows, int columns, int dimension, Random random) {
        float[] values = new float[rows * columns * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return PatchFeatures.wrap(rows, columns, dimension, values);
    }

    private static PatchFeatures noisy(PatchFeatures tap, Random random) {
        float[] values = tap.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (NOISE * random.nextGaussian());
        }
        return PatchFeatures.wrap(tap.rows(), tap.columns(), tap.dimension(), values);
    }

    @Override
    public int imageCount() {
        return pictures.size();
    }

    @Override
    public PictureGroups groups() {
        return groups;
    }

    @Override
    public List<PatchFeatures> features(int image) {
        return pictures.get(image);
    }

    @Override
    public List<PatchFeatures> rotatedFeatures(int image, int degrees) {
        return pictures.get(image);
    }
}
