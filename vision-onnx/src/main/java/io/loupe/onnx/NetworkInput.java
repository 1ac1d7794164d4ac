package io.loupe.onnx;

import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.image.Resampling;
import java.util.List;

/**
 * How a network wants its pictures: one float32 tensor of shape [batch, 3, height, width].
 *
 * @param name the graph input
 * @param size the size the network was made for
 * @param dynamicSize whether other sizes work too
 * @param sizeMultiple what both sides must be a multiple of; 1 when anything goes
 * @param normalization from bytes to the floats the network was trained on
 * @param resampling the filter that brings pictures to the input size
 * @param framing which part of a picture is shown when one vector is made of the whole
 */
public record NetworkInput(
        String name,
        InputSize size,
        boolean dynamicSize,
        int sizeMultiple,
        Normalization normalization,
        Resampling resampling,
        Framing framing) {

    /** How a picture of any shape becomes one of the input's shape. */
    public enum Framing {
        /** The whole picture, its sides scaled independently. */
        SQUASH,
        /** The whole picture in its own proportions, the rest of the input filled; detectors use it. */
        LETTERBOX
    }

    /** The order in which colours fill the three planes of the tensor. */
    public enum ChannelOrder {
        RGB,
        BGR
    }

    /**
     * {@code (byte / divisor - mean) / deviation}, each plane with its own mean and deviation.
     *
     * @param divisor 255 for networks fed 0..1, 1 for networks fed 0..255
     * @param mean per plane, in the tensor's channel order
     * @param deviation per plane, in the tensor's channel order, not zero
     */
    public record Normalization(double divisor, List<Double> mean, List<Double> deviation, ChannelOrder channelOrder) {
        public Normalization {
            mean = List.copyOf(mean);
            deviation = List.copyOf(deviation);
        }
    }

    /**
     * Confirms that pictures of this size can be fed.
     *
     * @param id the network's id, for the message
     * @throws IllegalArgumentException naming the nearest sizes that can
     */
    void requireSize(String id, InputSize wanted) {
        if (!dynamicSize && !wanted.equals(size)) {
            throw new IllegalArgumentException(
                    "Network '%s' takes pictures of exactly %s (height x width), not %s: use %s."
                            .formatted(id, size, wanted, size));
        }
        if (wanted.height() % sizeMultiple != 0 || wanted.width() % sizeMultiple != 0) {
            throw new IllegalArgumentException(
                    "Network '%s' takes sides that are multiples of %d, and %s (height x width) is not: the nearest sizes are %s and %s."
                            .formatted(id, sizeMultiple, wanted, smaller(wanted), larger(wanted)));
        }
    }

    private InputSize smaller(InputSize wanted) {
        return new InputSize(
                Math.max(1, wanted.height() / sizeMultiple) * sizeMultiple,
                Math.max(1, wanted.width() / sizeMultiple) * sizeMultiple);
    }

    private InputSize larger(InputSize wanted) {
        return new InputSize(
                Math.ceilDiv(wanted.height(), sizeMultiple) * sizeMultiple,
                Math.ceilDiv(wanted.width(), sizeMultiple) * sizeMultiple);
    }
}
