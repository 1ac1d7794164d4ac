package io.loupe.vision.method.grid;

import io.loupe.vision.encoder.PatchFeatures;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The shapes of the taps a method was fitted on, to refuse any other. Never empty. */
public record TapShapes(List<Shape> shapes) {
    /** Grid rows and columns, and the length of a patch's vector. */
    public record Shape(int rows, int columns, int dimension) {
        public Shape {
            if (rows < 1 || columns < 1 || dimension < 1) {
                throw new IllegalArgumentException(
                        "A tap needs positive sizes, got %d x %d x %d".formatted(rows, columns, dimension));
            }
        }

        private static Shape of(PatchFeatures features) {
            return new Shape(features.rows(), features.columns(), features.dimension());
        }

        private static Shape parse(String text) {
            int[] sizes = Arrays.stream(text.split("x", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if (sizes.length != 3) {
                throw new IllegalArgumentException("A tap shape is rows x columns x dimension, got " + text);
            }
            return new Shape(sizes[0], sizes[1], sizes[2]);
        }

        @Override
        public String toString() {
            return rows + "x" + columns + "x" + dimension;
        }
    }

    public TapShapes {
        shapes = List.copyOf(shapes);
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("There are no taps; at least one is needed");
        }
        long patches = (long) finest(shapes, Shape::rows) * finest(shapes, Shape::columns);
        long dimension = shapes.stream().mapToLong(Shape::dimension).sum();
        if (patches > Integer.MAX_VALUE / dimension) {
            throw new IllegalArgumentException(
                    "Taps of %s are too large: %d patches of %d values do not fit one array. Use a smaller input size or fewer taps."
                            .formatted(text(shapes), patches, dimension));
        }
    }

    public static TapShapes of(List<PatchFeatures> taps) {
        return new TapShapes(taps.stream().map(Shape::of).toList());
    }

    /** Reads what {@link #toString()} writes: shapes as {@code 32x32x128}, with a space between. */
    public static TapShapes parse(String text) {
        return new TapShapes(
                Arrays.stream(text.split(" ", -1)).map(Shape::parse).toList());
    }

    /** Those of some of the taps, by index. */
    public TapShapes only(List<Integer> taps) {
        return new TapShapes(taps.stream().map(shapes::get).toList());
    }

    /** Rows of the finest grid. */
    public int rows() {
        return finest(shapes, Shape::rows);
    }

    /** Columns of the finest grid. */
    public int columns() {
        return finest(shapes, Shape::columns);
    }

    /** Cells of the finest grid. */
    public int patchCount() {
        return rows() * columns();
    }

    /**
     * The patches of a tap that lie at some cells of the finest grid; of a coarser one those of which any cell is among them.
     *
     * @return ascending
     */
    public int[] patchesAt(int tap, BitSet cells) {
        Shape grid = shapes.get(tap);
        return cells.stream()
                .map(cell -> cell / columns() * grid.rows() / rows() * grid.columns()
                        + cell % columns() * grid.columns() / columns())
                .sorted()
                .distinct()
                .toArray();
    }

    /** Length of all taps' vectors one after the other. */
    public int stackedDimension() {
        return shapes.stream().mapToInt(Shape::dimension).sum();
    }

    /**
     * Refuses features of another shape.
     *
     * @throws IllegalArgumentException naming both
     */
    public void require(List<PatchFeatures> taps) {
        if (!taps.stream().map(Shape::of).toList().equals(shapes)) {
            throw new IllegalArgumentException(
                    "Features of shape [%s] (rows x columns x dimension for each tap) do not fit a model of [%s]. Use the encoder, taps and input size the model was trained with."
                            .formatted(text(taps.stream().map(Shape::of).toList()), this));
        }
    }

    @Override
    public String toString() {
        return text(shapes);
    }

    private static int finest(List<Shape> shapes, ToIntFunction<Shape> size) {
        return shapes.stream().mapToInt(size).max().orElseThrow();
    }

    private static String text(List<Shape> shapes) {
        return shapes.stream().map(Shape::toString).collect(Collectors.joining(" "));
    }
}
