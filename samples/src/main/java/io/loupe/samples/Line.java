package io.loupe.samples;

import static io.loupe.samples.Scenery.between;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A line across a part, as points a few pixels apart: the course of scratches, cracks and fibres. */
record Line(List<Point> points) {
    /** A place in part coordinates. */
    record Point(double x, double y) {}

    private static final double STEP = 4;

    Line {
        points = List.copyOf(points);
    }

    /** Bends gently; {@code bend} is the mean turn per pixel, in radians. */
    static Line curved(Shape face, Random random, double length, double bend) {
        double[] curl = {between(random, 0.2, 1) * bend};
        return walk(face, random, length, () -> {
            curl[0] = 0.95 * curl[0] + between(random, -0.35, 0.35) * bend;
            return STEP * curl[0];
        });
    }

    /** Changes its direction all the time, and keeps it on the whole. */
    static Line jagged(Shape face, Random random, double length) {
        double[] last = {0};
        return walk(face, random, length, () -> {
            double now = between(random, -0.7, 0.7);
            double turn = now - last[0];
            last[0] = now;
            return turn;
        });
    }

    /** A shorter line that leaves this one at an angle, half way along. */
    Line branch(Random random) {
        int from = points.size() / 3 + random.nextInt(Math.max(1, points.size() / 3));
        Point start = points.get(from);
        Point next = points.get(Math.min(from + 1, points.size() - 1));
        double heading = Math.atan2(next.y - start.y, next.x - start.x) + (random.nextBoolean() ? 0.8 : -0.8);
        List<Point> branch = new ArrayList<>(List.of(start));
        for (int i = 0; i < points.size() / 3; i++) {
            Point at = branch.getLast();
            double now = heading + between(random, -0.6, 0.6);
            branch.add(new Point(at.x + STEP * Math.cos(now), at.y + STEP * Math.sin(now)));
        }
        return new Line(branch);
    }

    /** A stroke along this line that thins out towards both ends. */
    Shape tapered(double width) {
        return stroked(width, true);
    }

    /** A stroke along this line, as wide everywhere. */
    Shape even(double width) {
        return stroked(width, false);
    }

    @FunctionalInterface
    private interface Turning {
        double next();
    }

    /** Starts anywhere on the face, heads roughly for its centre, and stops at its edge. */
    private static Line walk(Shape face, Random random, double length, Turning turning) {
        double[] start = Blemish.place(face, random, 6);
        double heading = Math.atan2(face.y() - start[1], face.x() - start[0]) + between(random, -1.1, 1.1);
        List<Point> points = new ArrayList<>(List.of(new Point(start[0], start[1])));
        for (double done = 0; done < length; done += STEP) {
            Point at = points.getLast();
            heading += turning.next();
            Point next = new Point(at.x + STEP * Math.cos(heading), at.y + STEP * Math.sin(heading));
            if (face.distance(next.x, next.y) > 0) {
                break;
            }
            points.add(next);
        }
        return new Line(points);
    }

    private Shape stroked(double width, boolean tapered) {
        double[] xs = points.stream().mapToDouble(Point::x).toArray();
        double[] ys = points.stream().mapToDouble(Point::y).toArray();
        double middleX = (min(xs) + max(xs)) / 2;
        double middleY = (min(ys) + max(ys)) / 2;
        double reach = Math.hypot(max(xs) - min(xs), max(ys) - min(ys)) / 2 + width;
        double taper = tapered ? width / 2 : 0;
        return new Shape(middleX, middleY, reach, (x, y) -> distance(xs, ys, x, y, width / 2, taper));
    }

    private static double distance(double[] xs, double[] ys, double x, double y, double radius, double taper) {
        double nearest = Double.MAX_VALUE;
        int segments = xs.length - 1;
        for (int i = 0; i < segments; i++) {
            double alongX = xs[i + 1] - xs[i];
            double alongY = ys[i + 1] - ys[i];
            double share = ((x - xs[i]) * alongX + (y - ys[i]) * alongY) / (alongX * alongX + alongY * alongY);
            double near = Math.clamp(share, 0.0, 1.0);
            double byX = x - xs[i] - near * alongX;
            double byY = y - ys[i] - near * alongY;
            double fromMiddle = Math.abs(2 * (i + near) / segments - 1);
            double thinner = taper * fromMiddle * fromMiddle;
            nearest = Math.min(nearest, Math.sqrt(byX * byX + byY * byY) - radius + thinner);
        }
        return nearest;
    }

    private static double min(double[] values) {
        double min = values[0];
        for (double value : values) {
            min = Math.min(min, value);
        }
        return min;
    }

    private static double max(double[] values) {
        double max = values[0];
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
