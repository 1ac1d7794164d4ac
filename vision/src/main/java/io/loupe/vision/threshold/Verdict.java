package io.loupe.vision.threshold;

/** What is said of a part. WARN is anomalous only to a caller who wants yes or no. */
public enum Verdict {
    PASS,
    WARN,
    FAIL
}
