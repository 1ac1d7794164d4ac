package io.loupe.vision.method.lof;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.method.lof.TouchedPatches.Touch;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The good pictures whose held-out scores known defects raise. Immutable. */
final class RaisedPictures {
    private final HeldOutPatches heldOut;

    /** Of each tap. */
    private final List<TouchedPatches> touched;

    private final Map<Integer, Raised> pictures;

    /**
     * A picture's scores, and what they were made of.
     *
     * @param factors of each tap: by patch, what its distance is multiplied by
     */
    private record Raised(List<Map<Integer, Double>> factors, PatchScores scores) {}

    private RaisedPictures(HeldOutPatches heldOut, List<TouchedPatches> touched, Map<Integer, Raised> pictures) {
        this.heldOut = heldOut;
        this.touched = List.copyOf(touched);
        this.pictures = Map.copyOf(pictures);
    }

    static RaisedPictures none(HeldOutPatches heldOut, int taps) {
        return new RaisedPictures(heldOut, Collections.nCopies(taps, TouchedPatches.NONE), Map.of());
    }

    /**
     * What banks raise that were corrected once more. Pictures for which that changes nothing keep their scores, the very same
     * object.
     *
     * @param parts of the held-out pictures, and of others behind them
     */
    RaisedPictures with(TapBanks corrected, LofScoring scoring, PictureGroups parts) {
        List<PictureRange> partOfImage = parts.rangeOfEach();
        List<TouchedPatches> all = IntStream.range(0, touched.size())
                .mapToObj(tap -> touched.get(tap).with(corrected.negatives(tap), heldOut.far(tap), partOfImage))
                .toList();
        Map<Integer, Raised> raised = new HashMap<>();
        factors(all, corrected, partOfImage).forEach((image, factors) -> {
            Raised before = pictures.get(image);
            raised.put(
                    image,
                    before != null && before.factors.equals(factors)
                            ? before
                            : new Raised(factors, heldOut.scores(image, scoring, factors)));
        });
        return new RaisedPictures(heldOut, all, raised);
    }

    /** By picture, of each tap, by patch: the largest factor that a negative multiplies its distance by. */
    private Map<Integer, List<Map<Integer, Double>>> factors(
            List<TouchedPatches> touched, TapBanks banks, List<PictureRange> partOfImage) {
        Map<Integer, List<Map<Integer, Double>>> factors = new HashMap<>();
        for (int tap = 0; tap < touched.size(); tap++) {
            PatchRows far = heldOut.far(tap);
            NegativePatches negatives = banks.negatives(tap);
            for (Touch touch : touched.get(tap).touches()) {
                int image = far.image(touch.row());
                double factor = negatives.factor(touch.negative(), touch.squaredDistance(), partOfImage.get(image));
                if (factor > 1) {
                    factors.computeIfAbsent(image, _ -> nothingOf(touched.size()))
                            .get(tap)
                            .merge(far.patch(touch.row()), factor, Math::max);
                }
            }
        }
        return factors;
    }

    private static List<Map<Integer, Double>> nothingOf(int taps) {
        return Stream.<Map<Integer, Double>>generate(HashMap::new).limit(taps).toList();
    }

    /** The scores of the raised pictures. */
    Map<Integer, PatchScores> scores() {
        return pictures.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, picture -> picture.getValue().scores()));
    }
}
