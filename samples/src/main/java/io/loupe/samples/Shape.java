package io.loupe.samples;

/**
 * A flat shape in part coordinates, given by its signed distance: negative inside, zero on the outline, in pixels.
 *
 * @param x centre of a circle that holds the shape, so that painting can skip the rest of the picture
 * @param y its other coordinate
 * @param reach its radius
 */
record Shape(double x, double y, double reach, Outline outline) {
    /** Signed distance of a point. */
    @FunctionalInterface
    interface Outline {
        double distance(double x, double y);
    }

    static Shape everywhere() {
        return new Shape(0, 0, 1e6, (x, y) -> -1e6);
    }

    static Shape circle(double centreX, double centreY, double radius) {
        return new Shape(
                centreX, centreY, radius, (x, y) -> Math.sqrt(squared(x - centreX) + squared(y - centreY)) - radius);
    }

    /** A rectangle with rounded corners. */
    static Shape box(double centreX, double centreY, double width, double height, double corner) {
        double halfWidth = width / 2 - corner;
        double halfHeight = height / 2 - corner;
        return new Shape(centreX, centreY, Math.hypot(width, height) / 2, (x, y) -> {
            double outX = Math.abs(x - centreX) - halfWidth;
            double outY = Math.abs(y - centreY) - halfHeight;
            double outside = Math.sqrt(squared(Math.max(outX, 0)) + squared(Math.max(outY, 0)));
            return outside + Math.min(Math.max(outX, outY), 0) - corner;
        });
    }

    /** A straight stroke with round ends. */
    static Shape stroke(double fromX, double fromY, double toX, double toY, double radius) {
        double alongX = toX - fromX;
        double alongY = toY - fromY;
        double squaredLength = Math.max(1e-9, squared(alongX) + squared(alongY));
        double reach = Math.sqrt(squaredLength) / 2 + radius;
        return new Shape((fromX + toX) / 2, (fromY + toY) / 2, reach, (x, y) -> {
            double share = ((x - fromX) * alongX + (y - fromY) * alongY) / squaredLength;
            double near = Math.clamp(share, 0.0, 1.0);
            return Math.sqrt(squared(x - fromX - near * alongX) + squared(y - fromY - near * alongY)) - radius;
        });
    }

    /** A polygon of equal sides around a centre, its first corner upwards. */
    static Shape polygon(double centreX, double centreY, double radius, int sides) {
        double sector = 2 * Math.PI / sides;
        double inner = radius * Math.cos(sector / 2);
        return new Shape(centreX, centreY, radius, (x, y) -> {
            double angle = Math.atan2(x - centreX, centreY - y) + sector / 2;
            double turned = angle - sector * Math.floor(angle / sector) - sector / 2;
            // The angle from the nearest corner; the flat side lies half a sector away from it.
            double fromSide = sector / 2 - Math.abs(turned);
            return Math.sqrt(squared(x - centreX) + squared(y - centreY)) * Math.cos(fromSide) - inner;
        });
    }

    /** A star around a centre, its first point upwards; the distance is approximate away from the outline. */
    static Shape star(double centreX, double centreY, double radius, double innerRadius, int points) {
        double sector = 2 * Math.PI / points;
        double sideX = innerRadius * Math.sin(sector / 2);
        double sideY = innerRadius * Math.cos(sector / 2) - radius;
        double length = Math.hypot(sideX, sideY);
        return new Shape(centreX, centreY, radius, (x, y) -> {
            double angle = Math.atan2(x - centreX, centreY - y);
            double folded = Math.abs(angle - sector * Math.rint(angle / sector));
            double distance = Math.sqrt(squared(x - centreX) + squared(y - centreY));
            double across = distance * Math.sin(folded);
            double along = distance * Math.cos(folded) - radius;
            return (across * -sideY + along * sideX) / length;
        });
    }

    /** The band of this thickness along the outline. */
    Shape rim(double thickness) {
        return new Shape(x, y, reach + thickness, (px, py) -> Math.abs(outline.distance(px, py)) - thickness / 2);
    }

    /** This shape with another one cut out of it. */
    Shape without(Shape other) {
        return new Shape(x, y, reach, (px, py) -> Math.max(outline.distance(px, py), -other.outline.distance(px, py)));
    }

    /** This shape turned clockwise about a point. */
    Shape turned(double aboutX, double aboutY, double radians) {
        double cosine = Math.cos(radians);
        double sine = Math.sin(radians);
        return new Shape(
                aboutX + cosine * (x - aboutX) - sine * (y - aboutY),
                aboutY + sine * (x - aboutX) + cosine * (y - aboutY),
                reach,
                (px, py) -> outline.distance(
                        aboutX + cosine * (px - aboutX) + sine * (py - aboutY),
                        aboutY - sine * (px - aboutX) + cosine * (py - aboutY)));
    }

    /** This shape moved. */
    Shape moved(double byX, double byY) {
        return new Shape(x + byX, y + byY, reach, (px, py) -> outline.distance(px - byX, py - byY));
    }

    double distance(double px, double py) {
        return outline.distance(px, py);
    }

    private static double squared(double value) {
        return value * value;
    }
}
