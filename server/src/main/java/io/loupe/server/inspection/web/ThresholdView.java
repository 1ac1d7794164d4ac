package io.loupe.server.inspection.web;

import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.vision.threshold.Threshold;

/**
 * What a version judges by.
 *
 * @param warn a picture scoring above this is at least WARN
 * @param fail a picture scoring above this is FAIL
 * @param pixel a region holds at least one map value above this
 * @param grow all map values of a region are above this
 * @param revision how often it was moved
 * @param by where it comes from
 */
record ThresholdView(
        double warn, double fail, double pixel, double grow, int revision, ModelVersion.ThresholdSource by) {
    static ThresholdView of(ModelVersion version) {
        return of(version.threshold(), version.thresholdRevision(), version.thresholdSource());
    }

    static ThresholdView of(Threshold threshold, int revision, ModelVersion.ThresholdSource by) {
        return new ThresholdView(
                threshold.warnScore(),
                threshold.failScore(),
                threshold.pixelScore(),
                threshold.growScore(),
                revision,
                by);
    }
}
