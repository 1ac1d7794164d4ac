package io.loupe.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.MadePictures;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PatchEncoder} and its provider must do. A subclass names the encoder, and changes the size or the
 * tolerance where it has to.
 */
@Seeded
public abstract class PatchEncoderContract {
    protected abstract EncoderProvider provider();

    protected abstract String encoderId();

    protected EncoderSettings settings() {
        return EncoderSettings.defaults();
    }

    /** A multiple of every stride; not square unless it must be, so that swapped axes show. */
    protected InputSize inputSize() {
        return new InputSize(64, 96);
    }

    /** How far a value may move, relative to 1 + its size, when pictures are batched or threads compete. */
    protected double tolerance() {
        return 0;
    }

    @Test
    void listsWhatItOpens() {
        EncoderInfo info = info();

        try (PatchEncoder encoder = open(List.of())) {
            assertThat(encoder.info()).isEqualTo(info);
            assertThat(encoder.inputSize()).isEqualTo(inputSize());
            assertThat(encoder.taps()).extracting(Tap::name).isEqualTo(info.defaultTaps());
        }
        assertThat(info.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void answersEveryTapInTheShapeItPromises(Random random) {
        for (Tap tap : info().taps()) {
            try (PatchEncoder encoder = open(List.of(tap.name()))) {
                PatchFeatures features =
                        encoder.encode(prepared(encoder, random)).getFirst();

                assertThat(List.of(features.rows(), features.columns(), features.dimension()))
                        .as("rows, columns and dimension of %s", tap)
                        .containsExactly(
                                inputSize().height() / tap.stride(),
                                inputSize().width() / tap.stride(),
                                tap.channels());
                assertThat(features.values()).doesNotContain(Float.NaN);
            }
        }
    }

    @Test
    void answersTapsInTheOrderAskedFor(Random random) {
        List<String> reversed = info().taps().stream().map(Tap::name).toList().reversed();

        try (PatchEncoder together = open(reversed)) {
            RgbImage picture = prepared(together, random);
            List<PatchFeatures> features = together.encode(picture);

            assertThat(together.taps()).extracting(Tap::name).isEqualTo(reversed);
            for (int i = 0; i < reversed.size(); i++) {
                try (PatchEncoder alone = open(List.of(reversed.get(i)))) {
                    assertSame(alone.encode(picture), List.of(features.get(i)));
                }
            }
        }
    }

    @Test
    void tellsPicturesApart(Random random) {
        try (PatchEncoder encoder = open(List.of())) {
            float[] one = encoder.encode(prepared(encoder, random)).getFirst().values();
            float[] other = encoder.encode(prepared(encoder, random)).getFirst().values();

            assertThat(one).isNotEqualTo(other);
        }
    }

    @Test
    void givesEachPictureOfABatchWhatItGivesItAlone(Random random) {
        try (PatchEncoder encoder = open(List.of())) {
            List<RgbImage> pictures = IntStream.range(0, 3)
                    .mapToObj(i -> prepared(encoder, random))
                    .toList();

            List<List<PatchFeatures>> together = encoder.encodeAll(pictures);

            assertThat(together).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertSame(encoder.encode(pictures.get(i)), together.get(i));
            }
        }
    }

    @Test
    void givesFourThreadsWhatItGivesOne(Random random) {
        try (PatchEncoder encoder = open(List.of())) {
            RgbImage picture = prepared(encoder, random);
            List<PatchFeatures> expected = encoder.encode(picture);

            for (List<PatchFeatures> features : FourThreads.callAtOnce(() -> encoder.encode(picture))) {
                assertSame(expected, features);
            }
        }
    }

    @Test
    void preparesAnyPictureToItsInputSize(Random random) {
        try (PatchEncoder encoder = open(List.of())) {
            RgbImage prepared = encoder.prepare(MadePictures.random(33, 47, random));

            assertThat(prepared.height()).isEqualTo(inputSize().height());
            assertThat(prepared.width()).isEqualTo(inputSize().width());
            assertThat(encoder.prepare(prepared)).isEqualTo(prepared);
        }
    }

    @Test
    void refusesAPictureOfAnotherSize(Random random) {
        try (PatchEncoder encoder = open(List.of())) {
            RgbImage turned =
                    MadePictures.random(inputSize().width() + 1, inputSize().height(), random);

            assertThatThrownBy(() -> encoder.encode(turned))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(inputSize().toString());
        }
    }

    @Test
    void givesTheSameFeaturesWhenReopenedWithItsState(Random random) {
        try (PatchEncoder fresh = open(List.of())) {
            List<RgbImage> normals =
                    IntStream.range(0, 4).mapToObj(i -> prepared(fresh, random)).toList();
            RgbImage picture = prepared(fresh, random);
            try (PatchEncoder fitted = fresh.fittedOn(normals);
                    PatchEncoder reopened = reopen(fitted.state())) {
                assertSame(fitted.encode(picture), reopened.encode(picture));
                assertThat(reopened.state()).isEqualTo(fitted.state());
            }
        }
    }

    @Test
    void refusesStateThatIsNotItsOwn(Random random) {
        byte[] nonsense = new byte[101];
        random.nextBytes(nonsense);

        assertThatThrownBy(() -> reopen(nonsense)).isInstanceOf(UnableToOpenEncoderException.class);
    }

    @Test
    void refusesAnUnknownTapAndNamesTheKnownOnes() {
        assertThatThrownBy(() -> open(List.of("no-such-tap")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-tap")
                .hasMessageContaining(info().taps().getFirst().name());
    }

    @Test
    void leavesAnUnknownEncoderToOthers() {
        var request = new PatchEncoderRequest("no-such-encoder", List.of(), inputSize());

        assertThat(provider().openPatchEncoder(request, settings())).isEmpty();
        assertThat(provider().reopenPatchEncoder(request, new byte[0], settings()))
                .isEmpty();
    }

    @Test
    void refusesToEncodeOnceClosed(Random random) {
        PatchEncoder encoder = open(List.of());
        RgbImage picture = prepared(encoder, random);
        encoder.close();
        encoder.close();

        assertThatThrownBy(() -> encoder.encode(picture))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(encoderId());
    }

    private EncoderInfo info() {
        return provider().list(settings()).stream()
                .filter(info -> info.id().equals(encoderId()))
                .findFirst()
                .orElseThrow();
    }

    private PatchEncoder open(List<String> taps) {
        return provider()
                .openPatchEncoder(new PatchEncoderRequest(encoderId(), taps, inputSize()), settings())
                .orElseThrow();
    }

    private PatchEncoder reopen(byte[] state) {
        return provider()
                .reopenPatchEncoder(new PatchEncoderRequest(encoderId(), List.of(), inputSize()), state, settings())
                .orElseThrow();
    }

    private static RgbImage prepared(PatchEncoder encoder, Random random) {
        InputSize size = encoder.inputSize();
        return encoder.prepare(MadePictures.random(size.height(), size.width(), random));
    }

    private void assertSame(List<PatchFeatures> expected, List<PatchFeatures> actual) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            CloseValues.assertClose(actual.get(i).values(), expected.get(i).values(), tolerance());
        }
    }
}
