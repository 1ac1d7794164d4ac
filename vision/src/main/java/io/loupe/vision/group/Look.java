package io.loupe.vision.group;

import io.loupe.vision.image.GrayImage;
import io.loupe.vision.image.PerceptualHash;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;

/**
 * What is compared of a picture: its perceptual hash, and its details, which are 32 x 32 grey values without their slow
 * shading, as a vector of length 1. Other light changes them little.
 */
final class Look {
    private static final int SIDE = 32;
    private static final int SHADING_RADIUS = 3;
    private static final int MOST_DIFFERING_HASH_BITS = 10;

    private final PerceptualHash hash;
    private final double[] details;

    private Look(PerceptualHash hash, double[] details) {
        this.hash = hash;
        this.details = details;
    }

    /** The look of a picture of any size. */
    static Look of(RgbImage picture) {
        GrayImage small = Resampler.resize(GrayImage.of(picture), SIDE, SIDE, Resampling.BOX);
        double[] details = new double[SIDE * SIDE];
        double squares = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double detail = small.at(row, column) - shading(small, row, column);
                details[row * SIDE + column] = detail;
                squares += detail * detail;
            }
        }
        double length = squares > 0 ? Math.sqrt(squares) : 1;
        for (int i = 0; i < details.length; i++) {
            details[i] /= length;
        }
        return new Look(PerceptualHash.of(picture), details);
    }

    /** The mean of the surroundings, as far as they lie in the picture. */
    private static double shading(GrayImage image, int row, int column) {
        double sum = 0;
        int count = 0;
        for (int y = Math.max(0, row - SHADING_RADIUS); y <= Math.min(SIDE - 1, row + SHADING_RADIUS); y++) {
            for (int x = Math.max(0, column - SHADING_RADIUS); x <= Math.min(SIDE - 1, column + SHADING_RADIUS); x++) {
                sum += image.at(y, x);
                count++;
            }
        }
        return sum / count;
    }

    /** Euclidean distance of the details, 0 to 2. */
    double distance(Look other) {
        double squares = 0;
        for (int i = 0; i < details.length; i++) {
            double difference = details[i] - other.details[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    boolean hashAgrees(Look other) {
        return hash.hammingDistance(other.hash) <= MOST_DIFFERING_HASH_BITS;
    }
}
