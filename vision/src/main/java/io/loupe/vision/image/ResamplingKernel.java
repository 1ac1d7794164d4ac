package io.loupe.vision.image;

/**
 * The fixed-point weights that make {@code outputSize} samples of {@code inputSize} along one axis: for each output
 * place the first input it sees, how many it sees, and their weights.
 */
final class ResamplingKernel {
    /** Weights are multiples of 2^-22: 8 bits for the pixel and 2 for overshoot leave 22 of an int's 32. */
    static final int PRECISION_BITS = 32 - 8 - 2;

    private final int outputSize;
    private final int stride;
    private final int[] first;
    private final int[] counts;
    private final int[] weights;

    private ResamplingKernel(int outputSize, int stride) {
        this.outputSize = outputSize;
        this.stride = stride;
        this.first = new int[outputSize];
        this.counts = new int[outputSize];
        this.weights = new int[Math.multiplyExact(outputSize, stride)];
    }

    static ResamplingKernel of(int inputSize, int outputSize, Resampling filter) {
        double scale = (double) inputSize / outputSize;
        // When shrinking, the filter is stretched over the pixels that fall together: this is the antialiasing.
        double filterScale = Math.max(scale, 1);
        double support = filter.support() * filterScale;
        var kernel = new ResamplingKernel(outputSize, (int) Math.ceil(support) * 2 + 1);
        double[] raw = new double[kernel.stride];
        for (int output = 0; output < outputSize; output++) {
            double center = (output + 0.5) * scale;
            int from = Math.max((int) (center - support + 0.5), 0);
            int to = Math.min((int) (center + support + 0.5), inputSize);
            double sum = 0;
            for (int i = 0; i < to - from; i++) {
                raw[i] = filter.weight((i + from - center + 0.5) * (1 / filterScale));
                sum += raw[i];
            }
            kernel.first[output] = from;
            kernel.counts[output] = to - from;
            for (int i = 0; i < to - from; i++) {
                kernel.weights[output * kernel.stride + i] = toFixedPoint(sum == 0 ? raw[i] : raw[i] / sum);
            }
        }
        return kernel;
    }

    private static int toFixedPoint(double weight) {
        double scaled = weight * (1 << PRECISION_BITS);
        return (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    }

    int outputSize() {
        return outputSize;
    }

    /** Index of the first input that an output sees. */
    int first(int output) {
        return first[output];
    }

    /** How many inputs an output sees. */
    int count(int output) {
        return counts[output];
    }

    /** Where the weights of an output begin in {@link #weights()}. */
    int offset(int output) {
        return output * stride;
    }

    /** The live weights of all outputs, in units of 2^-22. */
    int[] weights() {
        return weights;
    }
}
