package io.loupe.vision.encoder.filterbank;

import io.loupe.vision.encoder.PatchFeatures;

/** Running mean and covariance of the channels of patches, in double. Not thread-safe. */
final class ChannelStatistics {
    private final int channels;
    private final double[] sums;
    private final double[][] products;
    private long patches;

    ChannelStatistics(int channels) {
        this.channels = channels;
        this.sums = new double[channels];
        this.products = new double[channels][channels];
    }

    /** Counts every patch of one picture in. Cost O(patches * channels^2). */
    void add(PatchFeatures features) {
        float[] values = features.values();
        double[] patch = new double[channels];
        for (int at = 0; at < values.length; at += channels) {
            for (int channel = 0; channel < channels; channel++) {
                patch[channel] = values[at + channel];
                sums[channel] += patch[channel];
            }
            for (int channel = 0; channel < channels; channel++) {
                addScaled(products[channel], patch, patch[channel]);
            }
        }
        patches += features.patchCount();
    }

    private static void addScaled(double[] sum, double[] row, double weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * row[i];
        }
    }

    int channels() {
        return channels;
    }

    long patches() {
        return patches;
    }

    double mean(int channel) {
        return sums[channel] / patches;
    }

    /** Of two channels, divided by the number of patches. */
    double covariance(int one, int other) {
        // Responses are at most about 1, so double has digits to spare for this difference.
        return products[one][other] / patches - mean(one) * mean(other);
    }
}
