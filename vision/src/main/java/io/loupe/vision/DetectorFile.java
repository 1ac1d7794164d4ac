package io.loupe.vision;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.method.AnomalyMethods;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.modelfile.ModelFile;
import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.threshold.Calibration;
import io.loupe.vision.threshold.FalseRejectRates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a detector lies in a model file. Sections, in order:
 *
 * <ul>
 *   <li>{@code settings} (facts): see {@link SettingsFacts}
 *   <li>{@code encoder} (facts): {@code fingerprint} of the encoder it was trained with
 *   <li>{@code encoder-state} (bytes): what the encoder learned from the good pictures; may be empty
 *   <li>{@code encoder-files} and {@code encoder-file-N}: the encoder itself where the model carries it, see
 *       {@link CarriedEncoder}
 *   <li>{@code threshold}, {@code held-out} (facts): see {@link ThresholdFacts}
 *   <li>{@code blind-spots} (facts): see {@link BlindSpotFacts}
 *   <li>{@code good-sizes}, {@code good-names}, {@code good-thumbnails} and {@code self-test}, {@code self-test-pixels}:
 *       see {@link PictureSections}
 *   <li>{@code corrections} (facts): {@code minor-version}, how often it was corrected or a correction taken back
 *   <li>the method's own sections
 * </ul>
 *
 * <p>All of it as the training made it, but for the threshold. Behind it the corrections, each as in
 * {@link CorrectionBytes}.
 */
final class DetectorFile {
    private DetectorFile() {}

    /**
     * Writes the detector as a whole.
     *
     * @param encoderFiles the encoder's files, for the model to carry; empty for its name and fingerprint only
     */
    static void write(Detector detector, Map<String, byte[]> encoderFiles, Path file) {
        ModelFile.write(
                file,
                sections -> {
                    sections.putFacts("settings", SettingsFacts.of(detector.settings()));
                    writeEncoder(detector.encoder(), sections);
                    CarriedEncoder.write(encoderFiles, sections);
                    sections.putFacts("threshold", ThresholdFacts.of(detector.threshold()));
                    Corrections history = detector.history();
                    Learned learned = history.trained().learned();
                    sections.putFacts("held-out", ThresholdFacts.of(learned.heldOut()));
                    sections.putFacts("blind-spots", BlindSpotFacts.of(detector.blindSpots()));
                    PictureSections.writeGoodPictures(learned.goodPictures(), sections);
                    PictureSections.writeSelfTests(learned.selfTests(), sections);
                    sections.putFacts("corrections", Map.of("minor-version", Integer.toString(history.minorVersion())));
                    history.trained().method().save(sections);
                },
                detector.history().list().stream().map(CorrectionBytes::of).toList());
    }

    private static void writeEncoder(PatchEncoder encoder, SectionWriter sections) {
        sections.putFacts("encoder", Map.of("fingerprint", encoder.info().fingerprint()));
        sections.putBytes("encoder-state", encoder.state());
    }

    static Detector read(Path file, EncoderSettings encoderSettings) {
        try (ModelFile sections = ModelFile.open(file)) {
            TrainingSettings settings = SettingsFacts.read(sections);
            Map<String, byte[]> encoderFiles = CarriedEncoder.read(file, sections);
            PatchEncoder encoder = CarriedEncoder.open(
                    encoderFiles, encoderSettings, places -> openEncoder(file, settings, sections, places));
            try {
                FittedMethod method = AnomalyMethods.byId(settings.method()).load(sections);
                Detector trained = new Detector(
                        settings,
                        encoder,
                        encoderFiles,
                        method,
                        new Learned(
                                ThresholdFacts.readThreshold(sections),
                                ThresholdFacts.readHeldOut(sections),
                                PictureSections.readGoodPictures(file, sections),
                                PictureSections.readSelfTests(file, sections, encoder.inputSize()),
                                BlindSpotFacts.read(sections)));
                runSelfTests(file, method, trained);
                return corrected(file, sections, trained);
            } catch (RuntimeException e) {
                encoder.close();
                throw e;
            }
        }
    }

    /** The threshold of the file is that with all corrections; the one before them follows from the held-out scores. */
    private static Detector corrected(Path file, ModelFile sections, Detector trained) {
        int minorVersion = SectionFacts.read(sections, "corrections").number("minor-version", 0);
        List<Correction> list = sections.corrections().stream()
                .map(bytes -> CorrectionBytes.read(bytes, file))
                .toList();
        Learned learned = trained.history().trained().learned();
        if (list.isEmpty()) {
            return trained.replaying(learned, list, minorVersion);
        }
        Learned before = learned.withThreshold(Calibration.calibrate(
                trained.heldOutScores(),
                FalseRejectRates.failing(trained.settings().maxFalseReject())));
        try {
            return trained.replaying(before, list, minorVersion).withThreshold(trained.threshold());
        } catch (IllegalArgumentException | UnableToCorrectException e) {
            throw new UnreadableModelException(
                    "Model %s holds corrections that do not fit it (%s). Copy the file again, or train and correct again."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static PatchEncoder openEncoder(
            Path file, TrainingSettings settings, SectionReader sections, EncoderSettings encoderSettings) {
        PatchEncoder encoder;
        try {
            encoder = Encoders.with(encoderSettings)
                    .reopenPatchEncoder(settings.encoder(), sections.bytes("encoder-state"));
        } catch (UnableToOpenEncoderException e) {
            throw new UnableToOpenEncoderException(
                    "Model %s was trained with encoder '%s', which cannot be opened here. %s"
                            .formatted(file, settings.encoder().id(), e.getMessage()),
                    e);
        }
        String trainedWith = sections.facts("encoder").getOrDefault("fingerprint", "");
        if (!trainedWith.equals(encoder.info().fingerprint())) {
            encoder.close();
            throw new UnableToOpenEncoderException(
                    "Model %s was trained with encoder '%s' of fingerprint %s, but the one here has %s. Use the same network file, or train again."
                            .formatted(
                                    file,
                                    settings.encoder().id(),
                                    trainedWith,
                                    encoder.info().fingerprint()));
        }
        return encoder;
    }

    /** Names the first stage that differs, so that nobody looks for the fault in the wrong place. */
    private static void runSelfTests(Path file, FittedMethod method, Detector detector) {
        List<SelfTest> tests = detector.selfTests();
        for (int i = 0; i < tests.size(); i++) {
            SelfTest test = tests.get(i);
            var taps = detector.encoder().encode(test.prepared());
            requireAgreement(file, i, "features of the encoder", test.featureNorm(), Detector.normOf(taps));
            double score = method.score(taps).imageLevelScore();
            requireAgreement(file, i, "score of the method", test.score(), score);
        }
    }

    private static void requireAgreement(Path file, int picture, String stage, double expected, double actual) {
        if (!SelfTest.agrees(expected, actual)) {
            throw new UnreadableModelException(
                    "Model %s does not give on this machine what it gave where it was trained: the %s differ on self-test picture %d (expected %s, got %s, allowed relative difference %s). Train again here, or use the same version of Loupe."
                            .formatted(file, stage, picture + 1, expected, actual, SelfTest.TOLERANCE));
        }
    }
}
