package io.loupe.samples;

/**
 * A part as a landscape: at every pixel how high it stands, what colour it gives back and how it shines. Shapes raise
 * it, press it and paint it; {@link Camera} then lights it. Not thread-safe.
 */
final class Surface {
    private static final double EDGE = 1.5;

    final int height;
    final int width;
    final Pose pose;
    final float[] elevation;
    final float[] red;
    final float[] green;
    final float[] blue;
    final float[] gloss;

    /** Bare and flat. */
    Surface(int height, int width, Pose pose) {
        this.height = height;
        this.width = width;
        this.pose = pose;
        int pixels = height * width;
        elevation = new float[pixels];
        red = new float[pixels];
        green = new float[pixels];
        blue = new float[pixels];
        gloss = new float[pixels];
    }

    private Surface(Surface other) {
        height = other.height;
        width = other.width;
        pose = other.pose;
        elevation = other.elevation.clone();
        red = other.red.clone();
        green = other.green.clone();
        blue = other.blue.clone();
        gloss = other.gloss.clone();
    }

    Surface copy() {
        return new Surface(this);
    }

    /** A value for every point, in part coordinates. */
    @FunctionalInterface
    interface Field {
        double at(double x, double y);
    }

    /** Lifts the inside of a shape (or lowers it, below zero), in pixels, with a slope this wide along the outline. */
    void raise(Shape shape, double by, double slope) {
        visit(shape, (pixel, x, y, distance) -> {
            double share = Math.clamp(0.5 - distance / slope, 0.0, 1.0);
            elevation[pixel] += (float) (by * share * share * (3 - 2 * share));
        });
    }

    /** Lifts the inside of a shape by a value of its own at each point. */
    void raise(Shape shape, Field by) {
        visit(shape, (pixel, x, y, distance) -> elevation[pixel] += (float) (coverage(distance) * by.at(x, y)));
    }

    /** Sets the inside of a shape level with the ground, at this height. */
    void level(Shape shape, double at) {
        visit(shape, (pixel, x, y, distance) -> {
            float share = coverage(distance);
            elevation[pixel] += share * ((float) at - elevation[pixel]);
        });
    }

    /** Paints the inside of a shape over what is there. */
    void paint(Shape shape, Material material, double opacity) {
        paint(shape, material, (x, y) -> 1, opacity);
    }

    /** Paints the inside of a shape, brighter or darker by a factor at each point. */
    void paint(Shape shape, Material material, Field brightness, double opacity) {
        visit(shape, (pixel, x, y, distance) -> {
            float share = (float) opacity * coverage(distance);
            if (share > 0) {
                blend(pixel, material, (float) brightness.at(x, y), share);
            }
        });
    }

    /** Paints with an opacity of its own at each point: stains, shades, worn print. */
    void tint(Shape shape, Material material, Field opacity) {
        visit(shape, (pixel, x, y, distance) -> {
            if (distance < EDGE) {
                blend(pixel, material, 1, (float) Math.clamp(opacity.at(x, y), 0.0, 1.0));
            }
        });
    }

    /** Blends one pixel towards a material; {@code share} 0 leaves it, 1 covers it. */
    void blend(int pixel, Material material, float brightness, float share) {
        red[pixel] += share * (brightness * material.red() - red[pixel]);
        green[pixel] += share * (brightness * material.green() - green[pixel]);
        blue[pixel] += share * (brightness * material.blue() - blue[pixel]);
        gloss[pixel] += share * (material.gloss() - gloss[pixel]);
    }

    /** How much of a pixel at this distance is inside: the outline is a pixel and a half soft, so it never jags. */
    private static float coverage(double distance) {
        return (float) Math.clamp(0.5 - distance / EDGE, 0.0, 1.0);
    }

    /** Told of every pixel near a shape: its index, its place on the part, its signed distance. */
    @FunctionalInterface
    interface Visitor {
        void visit(int pixel, double x, double y, double distance);
    }

    /** Visits the pixels of a shape and a few around it. */
    void visit(Shape shape, Visitor visitor) {
        double centreX = pose.pictureX(shape.x(), shape.y());
        double centreY = pose.pictureY(shape.x(), shape.y());
        double reach = shape.reach() + 8;
        int firstRow = (int) Math.max(0, centreY - reach);
        int lastRow = (int) Math.min(height - 1.0, centreY + reach);
        int firstColumn = (int) Math.max(0, centreX - reach);
        int lastColumn = (int) Math.min(width - 1.0, centreX + reach);
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                double x = pose.partX(column + 0.5, row + 0.5);
                double y = pose.partY(column + 0.5, row + 0.5);
                visitor.visit(row * width + column, x, y, shape.distance(x, y));
            }
        }
    }
}
