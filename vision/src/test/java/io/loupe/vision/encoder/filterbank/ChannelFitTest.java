package io.loupe.vision.encoder.filterbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.image.GoldenFile;
import io.loupe.vision.image.MadePictures;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelFitTest {
    private static final int PATCHES_OF_A_PICTURE = 64;
    private static final List<PatchFeatures> NORMALS = Stream.of("noise", "gradient", "checkers")
            .map(pattern -> FilterBank.respond(MadePictures.of(pattern, 64, 64)))
            .toList();
    private static final ChannelFit FIT = fit();

    private static ChannelFit fit() {
        var statistics = new ChannelStatistics(FilterBank.CHANNELS);
        NORMALS.forEach(statistics::add);
        return ChannelFit.of(statistics);
    }

    static Stream<String> numpyDistances() {
        return GoldenFile.lines("filter-bank.tsv").filter(line -> line.startsWith("distance"));
    }

    @ParameterizedTest
    @MethodSource("numpyDistances")
    void whitenedDistanceIsTheMahalanobisDistance(String golden) {
        String[] fields = golden.split("\t", -1);
        float[] one = whitenedPatch(Integer.parseInt(fields[1]));
        float[] other = whitenedPatch(Integer.parseInt(fields[2]));
        double expected = Double.parseDouble(fields[3]);

        double squaredDistance = 0;
        for (int i = 0; i < one.length; i++) {
            squaredDistance += (one[i] - other[i]) * (one[i] - other[i]);
        }

        assertThat(squaredDistance).isCloseTo(expected, within(1e-3 * expected));
    }

    private static float[] whitenedPatch(int index) {
        PatchFeatures whitened = FIT.whiten(FIT.standardize(NORMALS.get(index / PATCHES_OF_A_PICTURE)));
        int at = index % PATCHES_OF_A_PICTURE * FilterBank.CHANNELS;
        return Arrays.copyOfRange(whitened.values(), at, at + FilterBank.CHANNELS);
    }

    @Test
    void standardizedNormalsHaveMeanZeroAndDeviationOne() {
        double sum = 0;
        double sumOfSquares = 0;
        for (PatchFeatures normal : NORMALS) {
            float[] values = FIT.standardize(normal).values();
            for (int at = 0; at < values.length; at += FilterBank.CHANNELS) {
                sum += values[at];
                sumOfSquares += values[at] * values[at];
            }
        }
        int patches = NORMALS.size() * PATCHES_OF_A_PICTURE;

        assertThat(sum / patches).isCloseTo(0, within(1e-4));
        assertThat(sumOfSquares / patches).isCloseTo(1, within(1e-4));
    }

    @Test
    void channelsThatNeverVaryStayFinite() {
        var statistics = new ChannelStatistics(2);
        PatchFeatures patches = PatchFeatures.wrap(1, 3, 2, new float[] {1, 0, 2, 0, 3, 0});
        statistics.add(patches);
        ChannelFit fit = ChannelFit.of(statistics);

        for (float value : fit.whiten(fit.standardize(patches)).values()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void comesBackFromItsBytes() {
        ChannelFit reread = ChannelFit.fromBytes(FIT.toBytes(), FilterBank.CHANNELS);

        PatchFeatures expected = FIT.whiten(FIT.standardize(NORMALS.getFirst()));
        assertThat(reread.whiten(reread.standardize(NORMALS.getFirst())).values())
                .isEqualTo(expected.values());
    }

    @Test
    void saysWhatIsWrongWithBytes() {
        byte[] good = ChannelFit.identity(3).toBytes();
        byte[] withoutMagic = good.clone();
        withoutMagic[0] = 0;
        byte[] withNaN = good.clone();
        ByteBuffer.wrap(withNaN).putFloat(8, Float.NaN);
        byte[] withoutDeviation = good.clone();
        ByteBuffer.wrap(withoutDeviation).putFloat(20, 0);

        assertRefused(withoutMagic, "it does not begin with FBK1");
        assertRefused(Arrays.copyOf(good, good.length - 1), "it ends after %d bytes".formatted(good.length - 1));
        assertRefused(Arrays.copyOf(good, good.length + 2), "2 bytes follow its end");
        assertRefused(ChannelFit.identity(4).toBytes(), "it is for 4 channels, this filter bank has 3");
        assertRefused(withNaN, "it holds the value NaN");
        assertRefused(withoutDeviation, "it holds the deviation 0.0");
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> ChannelFit.fromBytes(bytes, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
