package io.loupe.vision.threshold;

/**
 * What can be said of how many good parts a threshold rejects.
 *
 * @param promisedRate the rate that was asked for, 0..1: at most this share of good parts scores above the threshold
 * @param goodPictures how many held-out good pictures the threshold was made from, those of one part counted once
 * @param upperLimit the 95 % Clopper-Pearson upper limit of the rate that these pictures support
 * @param extrapolated whether there were too few pictures to see the rate, so that a fitted tail had to be used
 */
public record Promise(double promisedRate, int goodPictures, double upperLimit, boolean extrapolated) {}
