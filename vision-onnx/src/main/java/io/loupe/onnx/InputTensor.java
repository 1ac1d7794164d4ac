package io.loupe.onnx;

import io.loupe.onnx.NetworkInput.ChannelOrder;
import io.loupe.onnx.NetworkInput.Normalization;
import io.loupe.vision.image.RgbImage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Writes pictures as the floats a network wants: three normalised planes each. Immutable and thread-safe. */
final class InputTensor {
    /** What each of the 256 byte values becomes, per plane: a lookup is cheaper than a division. */
    private final float[][] normalized = new float[3][256];

    private final ChannelOrder channelOrder;

    InputTensor(Normalization normalization) {
        channelOrder = normalization.channelOrder();
        for (int plane = 0; plane < 3; plane++) {
            double mean = normalization.mean().get(plane);
            double deviation = normalization.deviation().get(plane);
            for (int value = 0; value < 256; value++) {
                normalized[plane][value] = (float) ((value / normalization.divisor() - mean) / deviation);
            }
        }
    }

    /** Writes picture {@code index} of a batch of pictures of one size; shape [batch, 3, height, width]. */
    void write(RgbImage picture, MemorySegment batch, int index) {
        byte[] pixels = picture.pixels();
        int count = picture.height() * picture.width();
        float[] plane = new float[count];
        for (int i = 0; i < 3; i++) {
            float[] table = normalized[i];
            int channel = channelOrder == ChannelOrder.RGB ? i : 2 - i;
            for (int at = 0; at < count; at++) {
                plane[at] = table[pixels[3 * at + channel] & 0xff];
            }
            MemorySegment.copy(plane, 0, batch, ValueLayout.JAVA_FLOAT, 4L * count * (3L * index + i), count);
        }
    }
}
