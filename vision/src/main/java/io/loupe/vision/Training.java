package io.loupe.vision;

import io.loupe.vision.blindspot.BlindSpotSearch;
import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.encoder.Tap;
import io.loupe.vision.group.LookAlikes;
import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.AnomalyMethod;
import io.loupe.vision.method.AnomalyMethods;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.progress.Progress;
import io.loupe.vision.threshold.Calibration;
import io.loupe.vision.threshold.FalseRejectRates;
import io.loupe.vision.threshold.HeldOutScores;
import io.loupe.vision.threshold.Threshold;
import io.loupe.vision.threshold.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Learns a {@link Detector} from good pictures: open it, add every good picture, finish.
 *
 * <p>Pictures are kept small on disk while they are added, and features are made when they are needed, so memory does
 * not grow with the number of pictures beyond what the method itself keeps. {@link #add} may be called from several
 * threads; the order of the pictures is the order of the calls, but for those that look like an earlier one
 * ({@link LookAlikes}), which follow it and are held out together with it.
 *
 * <p>A {@link Progress} that throws ends a training early: what it throws comes out, and nothing stays open.
 */
public final class Training implements AutoCloseable {
    /** Fewer pictures leave nothing to hold out. */
    public static final int MIN_PICTURES = 2;

    private static final int SELF_TESTS = 5;

    private final TrainingSettings settings;
    private final AnomalyMethod method;
    private final Encoders encoders;
    private final List<String> optionalTaps;
    private final PictureSpool spool;
    private final List<GoodPicture> pictures = new ArrayList<>();
    private PatchEncoder encoder;
    private boolean encoderHandedOver;

    private Training(
            TrainingSettings settings,
            AnomalyMethod method,
            Encoders encoders,
            PatchEncoder encoder,
            List<String> optionalTaps) {
        this.settings = settings;
        this.method = method;
        this.encoders = encoders;
        this.optionalTaps = optionalTaps;
        this.encoder = encoder;
        this.spool = new PictureSpool(encoder.inputSize());
    }

    /**
     * Opens the encoder and waits for pictures.
     *
     * @throws IllegalArgumentException for an unknown method, tap or size
     * @throws io.loupe.vision.encoder.UnableToOpenEncoderException if the encoder cannot be had
     */
    public static Training start(TrainingSettings settings, EncoderSettings encoderSettings) {
        AnomalyMethod method = AnomalyMethods.byId(settings.method());
        Encoders encoders = Encoders.with(encoderSettings);
        PatchEncoderRequest asked = settings.encoder();
        Optional<EncoderInfo> info = asked.taps().isEmpty() ? encoders.find(asked.id()) : Optional.empty();
        List<String> optionalTaps = info.map(method::optionalTaps).orElse(List.of());
        PatchEncoder encoder =
                encoders.openPatchEncoder(info.map(known -> withTaps(asked, known.defaultTaps(), optionalTaps))
                        .orElse(asked));
        return new Training(settings, method, encoders, encoder, optionalTaps);
    }

    private static PatchEncoderRequest withTaps(
            PatchEncoderRequest asked, List<String> defaults, List<String> optionalTaps) {
        List<String> taps =
                Stream.concat(defaults.stream(), optionalTaps.stream()).toList();
        return new PatchEncoderRequest(asked.id(), taps, asked.inputSize());
    }

    private static List<String> tapNames(PatchEncoder encoder) {
        return encoder.taps().stream().map(Tap::name).toList();
    }

    private static PatchEncoderRequest requestFor(PatchEncoder encoder, List<String> taps) {
        return new PatchEncoderRequest(encoder.info().id(), taps, encoder.inputSize());
    }

    /** A good picture that is ready to be added: small, whatever the size of the original. */
    public record Prepared(GoodPicture picture, RgbImage pixels) {}

    /** Adds one good picture under a name that reasons and reports will show. */
    public void add(String name, RgbImage image) {
        add(prepare(name, image));
    }

    /** The first half of {@link #add(String, RgbImage)}, for many pictures at a time, in whatever order. */
    public Prepared prepare(String name, RgbImage image) {
        return new Prepared(GoodPicture.of(name, image), encoder.prepare(image));
    }

    /** The second half of {@link #add(String, RgbImage)}: takes no time, and its order counts. */
    public void add(Prepared prepared) {
        synchronized (pictures) {
            spool.append(prepared.pixels());
            pictures.add(prepared.picture());
        }
    }

    /**
     * Learns from what was added. The detector owns the encoder from here on.
     *
     * @throws IllegalArgumentException if there are fewer than {@link #MIN_PICTURES} pictures, or too few for the method
     */
    public Detector finish(Progress progress) {
        if (pictures.size() < MIN_PICTURES) {
            throw new IllegalArgumentException(
                    "Learning needs at least %d good pictures, got %d. Twenty are a good start, a hundred support a promise of 1 in 100."
                            .formatted(MIN_PICTURES, pictures.size()));
        }
        PictureGroups groups = groupLookAlikes(progress);
        progress.report("fitting the encoder", 0, 1);
        encoder = encoder.fittedOn(spool);
        EncodedPictures shown = new EncodedPictures(encoder, spool, groups, optionalTaps);
        FittedMethod fittedMethod = method.fit(shown, settings.methodSettings(), progress);
        try {
            return detector(fittedMethod, groups, progress);
        } catch (RuntimeException | Error e) {
            fittedMethod.close();
            throw e;
        }
    }

    private Detector detector(FittedMethod fittedMethod, PictureGroups groups, Progress progress) {
        encoder = without(fittedMethod.leftOutTaps());
        EncodedPictures features = new EncodedPictures(encoder, spool, groups, List.of());
        HeldOutScores heldOut = scoreHeldOut(encoder, fittedMethod, features, progress);
        Threshold threshold = Calibration.calibrate(heldOut, FalseRejectRates.failing(settings.maxFalseReject()));
        List<SelfTest> selfTests = selfTests(features, fittedMethod);
        encoderHandedOver = true;
        return new Detector(
                withNamedTaps(),
                encoder,
                Map.of(),
                fittedMethod,
                new Learned(threshold, heldOut, List.copyOf(pictures), selfTests, Optional.empty()));
    }

    /**
     * As {@link #finish(Progress)}, and {@link #withBlindSpots} unless there are 0 trials.
     *
     * @param trialsPerKind {@link BlindSpotSearch#USUAL_TRIALS} or as many as there is time for
     */
    public Detector finish(Progress progress, int trialsPerKind) {
        Detector detector = finish(progress);
        try {
            return trialsPerKind == 0 ? detector : withBlindSpots(detector, trialsPerKind, progress);
        } catch (RuntimeException | Error e) {
            detector.close();
            throw e;
        }
    }

    /**
     * The same detector with its blind spots: painted defects of many sizes on the good pictures, each scored as if its
     * part had not been learned from, and found where the verdict is FAIL. Takes as long as inspecting {@code
     * trialsPerKind} pictures for each of ten kinds.
     *
     * @param detector that {@link #finish} of this training gave
     * @param trialsPerKind {@link BlindSpotSearch#USUAL_TRIALS} or as many as there is time for
     */
    public Detector withBlindSpots(Detector detector, int trialsPerKind, Progress progress) {
        List<PictureRange> partOfEach = detector.heldOutScores().groups().rangeOfEach();
        BlindSpotSearch.Judge judge = (painted, image) -> {
            var scores = detector.method().scoreChanged(detector.encoder().encode(painted), partOfEach.get(image));
            return detector.threshold().verdictOf(scores.imageLevelScore()) == Verdict.FAIL;
        };
        long seed = settings.methodSettings().seed();
        return detector.withBlindSpots(BlindSpotSearch.run(spool, judge, trialsPerKind, seed, progress));
    }

    /** Brings pictures of one part together. */
    private PictureGroups groupLookAlikes(Progress progress) {
        LookAlikes looks = new LookAlikes();
        for (int i = 0; i < pictures.size(); i++) {
            looks.add(pictures.get(i).name(), spool.get(i));
            progress.report("looking for pictures of one part", i + 1, pictures.size());
        }
        List<List<Integer>> groups = looks.groups();
        List<Integer> order = groups.stream().flatMap(List::stream).toList();
        spool.arrange(order);
        List<GoodPicture> arranged = order.stream().map(pictures::get).toList();
        pictures.clear();
        pictures.addAll(arranged);
        return new PictureGroups(groups.stream().map(List::size).toList());
    }

    /** The encoder, with what it has learned, for the other taps only. */
    private PatchEncoder without(List<String> leftOutTaps) {
        if (leftOutTaps.isEmpty()) {
            return encoder;
        }
        List<String> taps = tapNames(encoder).stream()
                .filter(tap -> !leftOutTaps.contains(tap))
                .toList();
        byte[] state = encoder.state();
        encoder.close();
        return encoders.reopenPatchEncoder(requestFor(encoder, taps), state);
    }

    /** A model names its taps, so that it stays the same when an encoder's defaults change. */
    private TrainingSettings withNamedTaps() {
        return new TrainingSettings(
                settings.method(),
                requestFor(encoder, tapNames(encoder)),
                settings.methodSettings(),
                settings.maxFalseReject());
    }

    private static HeldOutScores scoreHeldOut(
            PatchEncoder encoder, FittedMethod method, EncodedPictures features, Progress progress) {
        int count = features.imageCount();
        double[] imageLevelScores = new double[count];
        double[] mapMaxima = new double[count];
        for (int i = 0; i < count; i++) {
            var scores = method.scoreHeldOut(features, i);
            imageLevelScores[i] = scores.imageLevelScore();
            mapMaxima[i] = Detector.mapOf(scores, encoder.inputSize()).max();
            progress.report("scoring held-out pictures", i + 1, count);
        }
        return HeldOutScores.of(imageLevelScores, mapMaxima, features.groups());
    }

    /** Self-tests spread evenly over the pictures. */
    private List<SelfTest> selfTests(EncodedPictures features, FittedMethod fittedMethod) {
        int count = Math.min(SELF_TESTS, spool.size());
        List<SelfTest> tests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int image = (int) ((long) i * spool.size() / count);
            var taps = features.features(image);
            tests.add(new SelfTest(
                    spool.get(image),
                    Detector.normOf(taps),
                    fittedMethod.score(taps).imageLevelScore()));
        }
        return tests;
    }

    /** Removes the temporary pictures, and closes the encoder unless a detector has taken it over. */
    @Override
    public void close() {
        spool.close();
        if (!encoderHandedOver) {
            encoder.close();
        }
    }
}
