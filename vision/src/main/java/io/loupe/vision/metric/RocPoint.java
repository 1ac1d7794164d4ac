package io.loupe.vision.metric;

/**
 * A point of the receiver operating characteristic: the rates if every score from {@code score} up is called defective.
 *
 * @param falsePositiveRate share of good pictures called defective
 * @param truePositiveRate share of defective pictures called defective
 */
public record RocPoint(double falsePositiveRate, double truePositiveRate, double score) {}
