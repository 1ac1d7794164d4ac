package io.loupe.server.inspection.verdict;

import io.loupe.vision.Inspection;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.AnomalyMaps;
import io.loupe.vision.map.Regions;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.threshold.Verdict;
import java.nio.ByteBuffer;

/**
 * The scores of a picture's patches and what they were compared with: from these few kilobytes heatmap and mask are made
 * again exactly as they were, without the model.
 *
 * @param size of the map
 * @param pixelScore a region begins above this
 * @param growScore a region ends at this
 */
record ScoreMap(PatchScores scores, InputSize size, double pixelScore, double growScore) {
    private static final int HEADER_BYTES = 4 * Integer.BYTES + 2 * Double.BYTES;

    static ScoreMap of(Inspection inspection) {
        return new ScoreMap(
                inspection.patchScores(),
                new InputSize(inspection.map().height(), inspection.map().width()),
                inspection.threshold().pixelScore(),
                inspection.threshold().growScore());
    }

    AnomalyMap map() {
        return AnomalyMaps.fromPatchScores(scores, size);
    }

    /** The pixels of the regions on a map, which must be that of this. */
    BinaryMask mask(AnomalyMap map, Verdict verdict) {
        return Regions.of(map, pixelScore, growScore, verdict).predictedMask();
    }

    /** Big-endian: rows and columns of the grid, height and width of the map, pixel and grow score, float32 scores. */
    byte[] toBytes() {
        float[] values = scores.patchScores();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + Float.BYTES * values.length)
                .putInt(scores.rows())
                .putInt(scores.columns())
                .putInt(size.height())
                .putInt(size.width())
                .putDouble(pixelScore)
                .putDouble(growScore);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /** Reads what {@link #toBytes} wrote; the score of the whole picture is not in it. */
    static ScoreMap read(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        int rows = bytes.getInt();
        int columns = bytes.getInt();
        InputSize size = new InputSize(bytes.getInt(), bytes.getInt());
        double pixelScore = bytes.getDouble();
        double growScore = bytes.getDouble();
        float[] values = new float[rows * columns];
        bytes.asFloatBuffer().get(values);
        return new ScoreMap(
                PatchScores.wrap(rows, columns, values, Double.NaN, new int[0]), size, pixelScore, growScore);
    }
}
