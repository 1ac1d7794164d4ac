package io.loupe.vision.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

/** Named matrices in a text file: a line {@code @name rows columns}, then its rows, tab-separated. */
public final class GoldenMatrices {
    private final String file;
    private final Map<String, double[][]> matrices;

    private GoldenMatrices(String file, Map<String, double[][]> matrices) {
        this.file = file;
        this.matrices = matrices;
    }

    /** Reads a file below {@code golden/} in the test resources. */
    public static GoldenMatrices read(String file) {
        Map<String, double[][]> matrices = new HashMap<>();
        Iterator<String> lines = text(file).lines().iterator();
        while (lines.hasNext()) {
            String[] header = lines.next().split(" ", -1);
            double[][] rows = new double[Integer.parseInt(header[1])][];
            for (int row = 0; row < rows.length; row++) {
                rows[row] = parse(lines.next(), Integer.parseInt(header[2]));
            }
            matrices.put(header[0].substring(1), rows);
        }
        return new GoldenMatrices(file, matrices);
    }

    /** Shape [rows, columns]. */
    public double[][] matrix(String name) {
        return Objects.requireNonNull(matrices.get(name), () -> "No '%s' in %s".formatted(name, file));
    }

    public int rows(String name) {
        return matrix(name).length;
    }

    public int columns(String name) {
        return matrix(name)[0].length;
    }

    /** The only value of a matrix of one row and column. */
    public double value(String name) {
        return matrix(name)[0][0];
    }

    /** All values in row-major order. */
    public float[] floats(String name) {
        double[][] matrix = matrix(name);
        float[] flat = new float[matrix.length * matrix[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) matrix[i / matrix[0].length][i % matrix[0].length];
        }
        return flat;
    }

    private static double[] parse(String line, int columns) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns) {
            throw new IllegalArgumentException("Expected %d values in the line '%s'".formatted(columns, line));
        }
        double[] row = new double[columns];
        for (int column = 0; column < columns; column++) {
            row[column] = Double.parseDouble(cells[column]);
        }
        return row;
    }

    private static String text(String file) {
        String resource = "/golden/" + file;
        try (InputStream stream = GoldenMatrices.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(stream, () -> "No test resource " + resource)
                    .readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
