package io.loupe.vision;

import io.loupe.vision.blindspot.BlindSpots;
import io.loupe.vision.threshold.HeldOutScores;
import io.loupe.vision.threshold.Threshold;
import java.util.List;
import java.util.Optional;

/** What a training found out besides the method's own state. */
record Learned(
        Threshold threshold,
        HeldOutScores heldOut,
        List<GoodPicture> goodPictures,
        List<SelfTest> selfTests,
        Optional<BlindSpots> blindSpots) {
    Learned {
        goodPictures = List.copyOf(goodPictures);
        selfTests = List.copyOf(selfTests);
    }

    Learned withThreshold(Threshold other) {
        // What is found depends on the threshold: under another one, the blind spots are not known.
        return new Learned(other, heldOut, goodPictures, selfTests, Optional.empty());
    }

    Learned withBlindSpots(BlindSpots found) {
        return new Learned(threshold, heldOut, goodPictures, selfTests, Optional.of(found));
    }
}
