package io.loupe.onnx.tensorflowjs;

import java.util.ArrayList;
import java.util.List;

/** Constants as operands: brought to the axes that tensors have in ONNX. */
final class Constants {
    private Constants() {}

    /**
     * The name of a constant that ONNX stretches over {@code map} as TensorFlow.js would, which aligns shapes at the
     * channels; what is missing in front counts as 1.
     */
    static String broadcast(Operands operands, Weight weight, FeatureMap map) {
        if (weight.shape().isEmpty()) {
            return operands.graph().weight(weight, "number");
        }
        int channels = weight.shape().getLast();
        boolean perChannel = channels == weight.count() && weight.shape().size() <= map.rank();
        boolean fits = channels == 1 || map.channels() == 1 || channels == map.channels();
        if (!perChannel || !fits) {
            throw tooLarge(operands, weight, map);
        }
        // All its numbers belong to channels, so that no axis has to move.
        return operands.graph().weight(weight.reshaped(List.of(1, channels, 1, 1)), "channels");
    }

    /** A constant that gives the same tensor other sides, one of which may be -1: what is left over. */
    static Value reshape(Operands operands) {
        if (!(operands.value(0) instanceof Weight weight)) {
            throw operands.node().refusal("only constants can be given another shape; choose an output before it");
        }
        List<Integer> sides = new ArrayList<>(operands.weight(1, 1).integers());
        long others = 1;
        for (int side : sides) {
            others = side == -1 ? others : Math.multiplyExact(others, side);
        }
        int open = sides.indexOf(-1);
        if (open >= 0 && others > 0) {
            sides.set(open, (int) (weight.count() / others));
            others *= sides.get(open);
        }
        if (others != weight.count() || sides.stream().anyMatch(side -> side < 0)) {
            throw operands.node()
                    .refusal("its constant '%s' of shape %s cannot take the shape %s"
                            .formatted(weight.name(), weight.shape(), sides));
        }
        return new Weight(operands.node().name(), sides, weight.encoding(), weight.bytes());
    }

    private static InvalidGraph tooLarge(Operands operands, Weight weight, FeatureMap map) {
        return operands.node()
                .refusal(
                        "its constant '%s' of shape %s meets a tensor of shape %s; one number, or one for each channel, can be converted"
                                .formatted(weight.name(), weight.shape(), map.shape()));
    }
}
