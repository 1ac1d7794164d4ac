package io.loupe.onnx;

import io.loupe.onnx.DetectionOutput.Yolox;
import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Boxes without anchors [1]: each place of three grids, from fine to coarse, gives one box. Its centre is told from the
 * place's own corner in units of the stride, its size as a logarithm; the score is objectness times the score of the
 * likeliest kind, both after the sigmoid.
 *
 * <p>[1] Z. Ge, S. Liu, F. Wang, Z. Li, J. Sun, YOLOX: Exceeding YOLO Series in 2021, https://arxiv.org/abs/2107.08430,
 * section 2.1.
 */
record YoloxDecoder(Yolox output, InputSize inputSize) implements DetectionDecoder {
    /** Where a row holds the objectness; before it centre and size, after it one score for each kind. */
    private static final int OBJECTNESS = 4;

    private static final int FIRST_LABEL = 5;

    @Override
    public List<WantedOutput> wantedOutputs() {
        int places = output.strides().stream()
                .mapToInt(stride -> rows(stride) * columns(stride))
                .sum();
        return List.of(
                WantedOutput.detections(output.name(), FIRST_LABEL + output.labelCount(), OutputLayout.TABLE, places));
    }

    private int rows(int stride) {
        return inputSize.height() / stride;
    }

    private int columns(int stride) {
        return inputSize.width() / stride;
    }

    @Override
    public List<Candidate> decode(List<PatchFeatures> outputs, double minScore) {
        PatchFeatures table = outputs.getFirst();
        float[] values = table.values();
        List<Candidate> candidates = new ArrayList<>();
        int at = 0;
        for (int stride : output.strides()) {
            for (int cell = 0; cell < rows(stride) * columns(stride); cell++) {
                int label = likeliestLabel(values, at);
                float score = values[at + OBJECTNESS] * values[at + FIRST_LABEL + label];
                if (score >= minScore) {
                    box(values, at, stride, cell).ifPresent(box -> candidates.add(new Candidate(label, score, box)));
                }
                at += table.dimension();
            }
        }
        return candidates;
    }

    private Optional<BoundingBox> box(float[] table, int at, int stride, int cell) {
        int row = cell / columns(stride);
        int column = cell % columns(stride);
        double x = stride * (column + table[at]);
        double y = stride * (row + table[at + 1]);
        double halfWidth = stride * Math.exp(table[at + 2]) / 2;
        double halfHeight = stride * Math.exp(table[at + 3]) / 2;
        return BoundingBox.of(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    private int likeliestLabel(float[] table, int at) {
        int likeliest = 0;
        for (int label = 1; label < output.labelCount(); label++) {
            if (table[at + FIRST_LABEL + label] > table[at + FIRST_LABEL + likeliest]) {
                likeliest = label;
            }
        }
        return likeliest;
    }
}
