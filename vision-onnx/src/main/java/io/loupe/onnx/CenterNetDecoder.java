package io.loupe.onnx;

import io.loupe.onnx.DetectionOutput.CenterNet;
import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchFeatures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Objects as points [1]: a place is an object's where its score is the highest of its 3 x 3 neighbourhood, for the same
 * kind of object; the best hundred of these are taken. As in [2], the box reaches from the corner of the cell as far as the
 * four sides say, where [1] has a size and an offset.
 *
 * <p>[1] X. Zhou, D. Wang, P. Krähenbühl, Objects as Points, 2019, https://arxiv.org/abs/1904.07850, section 4.
 * [2] Z. Liu, T. Zheng, G. Xu, Z. Yang, H. Liu, D. Cai, Training-Time-Friendly Network for Real-Time Object Detection, AAAI
 * 2020, https://arxiv.org/abs/1909.00700.
 */
record CenterNetDecoder(CenterNet output, InputSize inputSize) implements DetectionDecoder {
    private static final int MAX_PEAKS = 100;

    @Override
    public List<WantedOutput> wantedOutputs() {
        int cells = inputSize.height() / output.stride() * (inputSize.width() / output.stride());
        return List.of(
                WantedOutput.detections(output.heatmap(), output.labelCount(), OutputLayout.PLANES, cells),
                WantedOutput.detections(output.sides(), 4, OutputLayout.PLANES, cells));
    }

    @Override
    public List<Candidate> decode(List<PatchFeatures> outputs, double minScore) {
        PatchFeatures heatmap = outputs.get(0);
        PatchFeatures sides = outputs.get(1);
        List<Candidate> peaks = new ArrayList<>();
        float[] heat = heatmap.values();
        for (int i = 0; i < heat.length; i++) {
            if (heat[i] >= minScore && isPeak(heatmap, i)) {
                int label = i % heatmap.dimension();
                float score = heat[i];
                box(sides, i / heatmap.dimension()).ifPresent(box -> peaks.add(new Candidate(label, score, box)));
            }
        }
        peaks.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return peaks.subList(0, Math.min(MAX_PEAKS, peaks.size()));
    }

    /** Whether no neighbour is hotter; of a plateau every place is a peak. */
    private static boolean isPeak(PatchFeatures heatmap, int index) {
        int labels = heatmap.dimension();
        int row = index / labels / heatmap.columns();
        int column = index / labels % heatmap.columns();
        int label = index % labels;
        float[] heat = heatmap.values();
        for (int y = Math.max(0, row - 1); y <= Math.min(heatmap.rows() - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(heatmap.columns() - 1, column + 1); x++) {
                if (heat[(y * heatmap.columns() + x) * labels + label] > heat[index]) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<BoundingBox> box(PatchFeatures sides, int cell) {
        double x = output.stride() * (cell % sides.columns());
        double y = output.stride() * (cell / sides.columns());
        float[] values = sides.values();
        int at = 4 * cell;
        return BoundingBox.of(x - values[at], y - values[at + 1], x + values[at + 2], y + values[at + 3]);
    }
}
