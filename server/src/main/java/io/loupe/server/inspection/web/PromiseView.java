package io.loupe.server.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.vision.threshold.Promise;
import io.loupe.vision.threshold.Threshold;

/** How many good parts FAIL, and how many WARN or FAIL, at most. */
record PromiseView(RateView fail, RateView warn) {
    /**
     * A promise.
     *
     * @param rate the share of good parts, 0..1
     * @param pictures how many good pictures it was made from, those of one part counted once
     * @param upperLimit what these pictures support, with 95 % confidence
     * @param extrapolated whether there were too few of them to see the rate
     */
    record RateView(
            double rate,
            int pictures,
            @JsonProperty("upper_limit") double upperLimit,
            boolean extrapolated) {
        private static RateView of(Promise promise) {
            return new RateView(
                    promise.promisedRate(), promise.goodPictures(), promise.upperLimit(), promise.extrapolated());
        }
    }

    static PromiseView of(Threshold threshold) {
        return new PromiseView(RateView.of(threshold.failPromise()), RateView.of(threshold.warnPromise()));
    }
}
