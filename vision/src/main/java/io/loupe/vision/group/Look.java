package io.loupe.vision.group;

import io.loupe.vision.image.PerceptualHash;
import io.loupe.vision.image.RgbImage;

/** What is compared of a picture: its perceptual hash and its details. */
record Look(PerceptualHash hash, Details details) {
    private static final int MOST_DIFFERING_HASH_BITS = 10;

    /** The look of a picture of any size. */
    static Look of(RgbImage picture) {
        return new Look(PerceptualHash.of(picture), Details.of(picture));
    }

    /** As {@link Details#distance}. */
    double distance(Look other) {
        return details.distance(other.details);
    }

    boolean hashAgrees(Look other) {
        return hash.hammingDistance(other.hash) <= MOST_DIFFERING_HASH_BITS;
    }
}
