package io.loupe.vision;

import io.loupe.vision.method.PatchExcerpt;

/**
 * What somebody said of a picture, and what a detector keeps of it.
 *
 * @param kind what was said
 * @param picture the picture it was said of; its name is how the correction is taken back
 * @param score of the whole picture before any correction
 * @param mapMaximum highest value of its anomaly map before any correction
 * @param patches that count as normal or defective from then on
 */
public record Correction(Kind kind, GoodPicture picture, double score, double mapMaximum, PatchExcerpt patches) {
    /** "This is normal" or "this is a defect". */
    public enum Kind {
        NORMAL,
        DEFECT
    }

    public String name() {
        return picture.name();
    }
}
