package io.loupe.vision.encoder.filterbank;

import io.loupe.vision.encoder.PatchFeatures;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What the filter bank learns from good pictures: mean and deviation of each channel, and a whitening. Immutable. */
final class ChannelFit {
    /*
     * Standardised channels z = (x - mean) / deviation have the correlation matrix R. With R + f I = L L' (Cholesky),
     * y = inverse(L) z turns squared Euclidean distance into the Mahalanobis distance of the shrunk covariance: small
     * deviations along directions in which good pictures hardly vary count more. The floor f, in units of the mean
     * variance, which is 1, keeps directions of mere noise from dominating. Any other root of the inverse, such as that
     * by eigenvectors, differs by a rotation only, which no distance sees; this one needs the fewest operations.
     */
    private static final double FLOOR = 0.1;

    /** An eighth of a grey level: what varies less, as the colours of grey pictures, is divided by this. */
    private static final double SMALLEST_DEVIATION = 1.0 / 2048;

    private static final int MAGIC = 0x46424b31; // "FBK1"

    private final float[] means;
    private final float[] deviations;
    /** The transposed inverse of L: row j is what channel j adds to each whitened value. */
    private final float[][] whitening;

    private ChannelFit(float[] means, float[] deviations, float[][] whitening) {
        this.means = means;
        this.deviations = deviations;
        this.whitening = whitening;
    }

    /** Nothing learned: channels stay as they are. */
    static ChannelFit identity(int channels) {
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        float[][] whitening = new float[channels][channels];
        for (int channel = 0; channel < channels; channel++) {
            whitening[channel][channel] = 1;
        }
        return new ChannelFit(new float[channels], ones, whitening);
    }

    /** Fits to patches whose mean and covariance are known. */
    static ChannelFit of(ChannelStatistics statistics) {
        int channels = statistics.channels();
        float[] means = new float[channels];
        float[] deviations = new float[channels];
        for (int i = 0; i < channels; i++) {
            means[i] = (float) statistics.mean(i);
            deviations[i] = (float) Math.max(Math.sqrt(statistics.covariance(i, i)), SMALLEST_DEVIATION);
        }
        double[][] shrunk = new double[channels][channels];
        for (int i = 0; i < channels; i++) {
            for (int j = 0; j < channels; j++) {
                shrunk[i][j] = statistics.covariance(i, j) / deviations[i] / deviations[j];
            }
            shrunk[i][i] += FLOOR;
        }
        double[][] inverse = Cholesky.inverseOfFactor(shrunk);
        float[][] whitening = new float[channels][channels];
        for (int i = 0; i < channels; i++) {
            for (int j = 0; j <= i; j++) {
                whitening[j][i] = (float) inverse[i][j];
            }
        }
        return new ChannelFit(means, deviations, whitening);
    }

    private int channels() {
        return means.length;
    }

    /** Each channel minus its mean, divided by its deviation. */
    PatchFeatures standardize(PatchFeatures raw) {
        float[] values = raw.values().clone();
        int channels = channels();
        for (int at = 0; at < values.length; at += channels) {
            for (int channel = 0; channel < channels; channel++) {
                values[at + channel] = (values[at + channel] - means[channel]) / deviations[channel];
            }
        }
        return PatchFeatures.wrap(raw.rows(), raw.columns(), channels, values);
    }

    /** Standardised features with their correlation taken out. */
    PatchFeatures whiten(PatchFeatures standardized) {
        int channels = channels();
        float[] values = standardized.values();
        float[] whitened = new float[values.length];
        float[] sum = new float[channels];
        for (int at = 0; at < values.length; at += channels) {
            Arrays.fill(sum, 0);
            for (int channel = 0; channel < channels; channel++) {
                addScaled(sum, whitening[channel], values[at + channel]);
            }
            System.arraycopy(sum, 0, whitened, at, channels);
        }
        return PatchFeatures.wrap(standardized.rows(), standardized.columns(), channels, whitened);
    }

    private static void addScaled(float[] sum, float[] row, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * row[i];
        }
    }

    /**
     * The fit as bytes, big-endian: int magic "FBK1"; int channels; float means[channels]; float deviations[channels];
     * float whitening[channels][channels], the transposed inverse of L, row by row.
     */
    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * channels() * (2 + channels()));
        bytes.putInt(MAGIC).putInt(channels());
        put(bytes, means);
        put(bytes, deviations);
        for (float[] row : whitening) {
            put(bytes, row);
        }
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, float[] values) {
        for (float value : values) {
            bytes.putFloat(value);
        }
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException saying what is wrong with the bytes
     */
    static ChannelFit fromBytes(byte[] state, int channels) {
        ByteBuffer bytes = ByteBuffer.wrap(state);
        try {
            require(bytes.getInt() == MAGIC, "it does not begin with FBK1");
            int stored = bytes.getInt();
            require(stored == channels, "it is for %d channels, this filter bank has %d".formatted(stored, channels));
            float[] means = floats(bytes, channels);
            float[] deviations = floats(bytes, channels);
            float[][] whitening = new float[channels][];
            for (int row = 0; row < channels; row++) {
                whitening[row] = floats(bytes, channels);
            }
            require(!bytes.hasRemaining(), "%d bytes follow its end".formatted(bytes.remaining()));
            for (float deviation : deviations) {
                require(deviation > 0, "it holds the deviation " + deviation);
            }
            return new ChannelFit(means, deviations, whitening);
        } catch (BufferUnderflowException tooShort) {
            throw new IllegalArgumentException("it ends after %d bytes".formatted(state.length), tooShort);
        }
    }

    private static float[] floats(ByteBuffer bytes, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = bytes.getFloat();
            require(Float.isFinite(values[i]), "it holds the value " + values[i]);
        }
        return values;
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
