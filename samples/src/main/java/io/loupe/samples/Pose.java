package io.loupe.samples;

import java.util.Random;

/**
 * How the part lies under the camera. Part coordinates have their origin at the part's centre, x to the right and y
 * down, in pixels.
 */
record Pose(double centreX, double centreY, double cosine, double sine) {
    private static final double MAX_SHIFT = 3;
    private static final double MAX_TURN = Math.toRadians(1.6);

    /** Near the middle of the picture and nearly straight. */
    static Pose jittered(Product product, Random random) {
        double turn = (2 * random.nextDouble() - 1) * MAX_TURN;
        return new Pose(
                product.width() / 2.0 + (2 * random.nextDouble() - 1) * MAX_SHIFT,
                product.height() / 2.0 + (2 * random.nextDouble() - 1) * MAX_SHIFT,
                Math.cos(turn),
                Math.sin(turn));
    }

    double partX(double x, double y) {
        return cosine * (x - centreX) + sine * (y - centreY);
    }

    double partY(double x, double y) {
        return cosine * (y - centreY) - sine * (x - centreX);
    }

    double pictureX(double partX, double partY) {
        return centreX + cosine * partX - sine * partY;
    }

    double pictureY(double partX, double partY) {
        return centreY + sine * partX + cosine * partY;
    }
}
