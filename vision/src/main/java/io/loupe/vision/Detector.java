package io.loupe.vision;

import io.loupe.vision.blindspot.BlindSpots;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.encoder.Tap;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.AnomalyMaps;
import io.loupe.vision.map.Box;
import io.loupe.vision.map.Regions;
import io.loupe.vision.method.CorrectableMethod;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.threshold.HeldOutScores;
import io.loupe.vision.threshold.Threshold;
import io.loupe.vision.threshold.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says of a picture whether it looks like the good ones: trained once by {@link Training}, saved to one file, loaded
 * anywhere.
 *
 * <pre>{@code
 * try (Detector detector = Detector.load(Path.of("part.loupe"))) {
 *     Inspection inspection = detector.inspect(ImageFiles.read(Path.of("part.png")));
 *     System.out.println(inspection.verdict() + " " + inspection.score());
 * }
 * }</pre>
 *
 * <p>Thread-safe, and the same picture always gets the same answer.
 */
public final class Detector implements AutoCloseable {
    private final TrainingSettings settings;
    private final PatchEncoder encoder;
    private final Map<String, byte[]> carriedEncoder;
    private final FittedMethod method;
    private final Learned learned;
    private final Corrections corrections;

    /** Of these, {@code carriedEncoder} are the files that the model brought its encoder in; empty where it did not. */
    Detector(
            TrainingSettings settings,
            PatchEncoder encoder,
            Map<String, byte[]> carriedEncoder,
            FittedMethod method,
            Learned learned) {
        this(settings, encoder, carriedEncoder, method, learned, Corrections.none(method, learned));
    }

    private Detector(
            TrainingSettings settings,
            PatchEncoder encoder,
            Map<String, byte[]> carriedEncoder,
            FittedMethod method,
            Learned learned,
            Corrections corrections) {
        this.settings = settings;
        this.encoder = encoder;
        this.carriedEncoder = carriedEncoder;
        this.method = method;
        this.learned = learned;
        this.corrections = corrections;
    }

    /** As {@link #load(Path, EncoderSettings)} with the encoders of the class path and the user's model folder. */
    public static Detector load(Path file) {
        return load(file, EncoderSettings.defaults());
    }

    /**
     * Reads a detector and checks it against the self-tests it carries.
     *
     * @throws io.loupe.vision.modelfile.UnreadableModelException if the file is damaged or not a model, or its
     *     self-tests give other numbers here, naming the first stage that differs
     * @throws io.loupe.vision.encoder.UnableToOpenEncoderException if its encoder is not here, or is another one
     */
    public static Detector load(Path file, EncoderSettings encoderSettings) {
        return DetectorFile.read(file, encoderSettings);
    }

    /**
     * Writes this detector to one file, whole or not at all. The encoder is written by name and fingerprint, unless this
     * detector was loaded from a file that carried it.
     */
    public void save(Path file) {
        DetectorFile.write(this, carriedEncoder, file);
    }

    /**
     * As {@link #save}, with the encoder's own files inside, so that the model can be loaded where the encoder is not
     * installed. Mind the encoder's licence before passing such a file on.
     */
    public void saveWithEncoder(Path file) {
        DetectorFile.write(this, carriedEncoder.isEmpty() ? encoder.files() : carriedEncoder, file);
    }

    /** This detector with other scores to judge by. It shares everything else: closing one closes both. */
    public Detector withThreshold(Threshold threshold) {
        return new Detector(settings, encoder, carriedEncoder, method, learned.withThreshold(threshold), corrections);
    }

    /** This detector, knowing what it does not see. It shares everything else: closing one closes both. */
    Detector withBlindSpots(BlindSpots found) {
        return new Detector(settings, encoder, carriedEncoder, method, learned.withBlindSpots(found));
    }

    /**
     * This detector, told that a picture shows a good part ("this is normal"). What is beyond a typical good part counts as
     * normal from now on, and its score counts among those that the threshold is made from: the same picture then passes,
     * and others like it score lower. One picture that looks like no other part raises the threshold for all; where that is
     * not wanted, undo it. Blind spots are no longer known.
     *
     * <p>It takes milliseconds, and shares what did not change: closing one closes both. A threshold set by hand is replaced.
     *
     * @param name by which it can be taken back; not that of another correction
     * @throws UnableToCorrectException if the method cannot be corrected, or the name is taken
     */
    public Detector withNormal(String name, RgbImage image) {
        double typical = corrections.trained().learned().threshold().growScore();
        return with(Correction.Kind.NORMAL, name, image, scores -> CorrectedCells.above(scores, typical));
    }

    /** As {@link #withDefect(String, RgbImage, BinaryMask)}, the defect being what scores above the pixel threshold. */
    public Detector withDefect(String name, RgbImage image) {
        double pixelScore = corrections.trained().learned().threshold().pixelScore();
        return with(Correction.Kind.DEFECT, name, image, scores -> CorrectedCells.aboveOrHighest(scores, pixelScore));
    }

    /** As {@link #withDefect(String, RgbImage, BinaryMask)}, the defect being what lies in a box of the picture. */
    public Detector withDefect(String name, RgbImage image, Box box) {
        return withDefect(name, image, CorrectedCells.maskOf(box, image.height(), image.width()));
    }

    /**
     * This detector, told of a defect ("this is a defect"). Whatever is nearer to it than it is to good parts scores higher
     * from now on, and nothing scores lower. A defect that looks just as good parts do cannot be told from them: it changes
     * nothing. The good pictures' own scores are raised where they look like it, and the threshold follows, so that the
     * promise about good parts holds.
     *
     * <p>It takes milliseconds, and shares what did not change: closing one closes both. A threshold set by hand is replaced.
     *
     * @param name by which it can be taken back; not that of another correction
     * @param mask of the size of the picture, set where the defect is
     * @throws UnableToCorrectException if the method cannot be corrected, or the name is taken
     * @throws IllegalArgumentException if the mask is of another size, or empty
     */
    public Detector withDefect(String name, RgbImage image, BinaryMask mask) {
        if (mask.height() != image.height() || mask.width() != image.width()) {
            throw new IllegalArgumentException("A mask of %d x %d does not fit a picture of %d x %d (height x width)"
                    .formatted(mask.height(), mask.width(), image.height(), image.width()));
        }
        return with(
                Correction.Kind.DEFECT,
                name,
                image,
                scores -> CorrectedCells.marked(mask, scores.rows(), scores.columns()));
    }

    /**
     * This detector without what was said of a picture; without any correction it scores as it did, to the bit.
     *
     * @throws UnableToCorrectException if nothing was said of a picture of this name
     */
    public Detector withoutCorrection(String name) {
        return with(corrections.without(name, teaching()));
    }

    private Detector with(Correction.Kind kind, String name, RgbImage image, Function<PatchScores, BitSet> meantCells) {
        CorrectableMethod trained = corrections.trained().correctable();
        List<PatchFeatures> taps = encoder.encode(encoder.prepare(image));
        PatchScores scores = trained.score(taps);
        Correction correction = new Correction(
                kind,
                GoodPicture.of(name, image),
                scores.imageLevelScore(),
                mapMaximum(scores),
                trained.excerpt(taps, meantCells.apply(scores)));
        return with(corrections.with(correction, teaching()));
    }

    private Detector with(Corrections changed) {
        Taught now = changed.now();
        return new Detector(settings, encoder, carriedEncoder, now.method(), now.learned(), changed);
    }

    /**
     * This detector, told all of this again.
     *
     * @param learned what its training found out, the threshold as it was without corrections
     */
    Detector replaying(Learned learned, List<Correction> told, int minorVersion) {
        return with(Corrections.replayed(new Taught(method, learned), told, minorVersion, teaching()));
    }

    private Teaching teaching() {
        return new Teaching(settings.maxFalseReject(), this::mapMaximum);
    }

    private double mapMaximum(PatchScores scores) {
        return mapOf(scores, encoder.inputSize()).max();
    }

    /** Looks at one upright picture of any size. */
    public Inspection inspect(RgbImage image) {
        long start = System.nanoTime();
        RgbImage prepared = encoder.prepare(image);
        long preparedAt = System.nanoTime();
        List<PatchFeatures> taps = encoder.encode(prepared);
        long encodedAt = System.nanoTime();
        PatchScores scores = method.score(taps);
        long scoredAt = System.nanoTime();
        AnomalyMap map = mapOf(scores, encoder.inputSize());
        Threshold threshold = learned.threshold();
        Verdict verdict = threshold.verdictOf(scores.imageLevelScore());
        Regions regions = Regions.of(map, threshold.pixelScore(), threshold.growScore(), verdict);
        List<Finding> findings =
                new Explanation(method, learned.goodPictures(), encoder.inputSize()).of(regions, taps, scores, image);
        long end = System.nanoTime();
        return new Inspection(
                verdict,
                scores.imageLevelScore(),
                threshold,
                scores,
                map,
                regions,
                findings,
                new StageTimes(
                        Duration.ofNanos(preparedAt - start),
                        Duration.ofNanos(encodedAt - preparedAt),
                        Duration.ofNanos(scoredAt - encodedAt),
                        Duration.ofNanos(end - scoredAt)));
    }

    static AnomalyMap mapOf(PatchScores scores, InputSize size) {
        return AnomalyMaps.fromPatchScores(scores, size);
    }

    /** Euclidean norm over all taps. */
    static double normOf(List<PatchFeatures> taps) {
        double sum = 0;
        for (PatchFeatures tap : taps) {
            for (float value : tap.values()) {
                sum += (double) value * value;
            }
        }
        return Math.sqrt(sum);
    }

    public TrainingSettings settings() {
        return settings;
    }

    /** Names of the taps its features come from. */
    public List<String> taps() {
        return encoder.taps().stream().map(Tap::name).toList();
    }

    public Threshold threshold() {
        return learned.threshold();
    }

    /** What people should know of how the method was fitted, in a sentence; may be empty. */
    public String remark() {
        return method.remark();
    }

    /** The good pictures' own scores, each as if it had not been learned from. */
    public HeldOutScores heldOutScores() {
        return learned.heldOut();
    }

    /** How small a defect may be and still FAIL; empty where {@link Training#withBlindSpots} was not asked to look. */
    public Optional<BlindSpots> blindSpots() {
        return learned.blindSpots();
    }

    /** The side of a typical good picture in pixels, as if it were square: to tell relative sizes in pixels. */
    public double typicalSide() {
        double[] sides = learned.goodPictures().stream()
                .mapToDouble(good -> Math.sqrt((double) good.height() * good.width()))
                .sorted()
                .toArray();
        return sides[sides.length / 2];
    }

    public List<GoodPicture> goodPictures() {
        return learned.goodPictures();
    }

    /** How many normal patches are kept; 0 for methods without a bank. */
    public int bankRows() {
        return method.bankRows();
    }

    /** What was said of pictures since the training, ordered by name. */
    public List<Correction> corrections() {
        return corrections.list().stream()
                .sorted(Comparator.comparing(Correction::name))
                .toList();
    }

    /** How often it was corrected since the training, taking back included. */
    public int minorVersion() {
        return corrections.minorVersion();
    }

    PatchEncoder encoder() {
        return encoder;
    }

    FittedMethod method() {
        return method;
    }

    /** What the training made, and what it was told since. */
    Corrections history() {
        return corrections;
    }

    List<SelfTest> selfTests() {
        return learned.selfTests();
    }

    @Override
    public void close() {
        method.close();
        encoder.close();
    }
}
