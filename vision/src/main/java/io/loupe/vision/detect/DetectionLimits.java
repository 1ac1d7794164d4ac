package io.loupe.vision.detect;

/**
 * Which of the objects in a picture are wanted.
 *
 * @param minScore those below are left out, 0..1
 * @param maxCount how many of the best at most, 1 or more
 */
public record DetectionLimits(double minScore, int maxCount) {
    public DetectionLimits {
        if (!(minScore >= 0 && minScore <= 1)) {
            throw new IllegalArgumentException("The least score of objects lies in 0..1, got %s".formatted(minScore));
        }
        if (maxCount < 1) {
            throw new IllegalArgumentException("At least one object must be allowed, got %d".formatted(maxCount));
        }
    }
}
