package io.loupe.samples;

import static io.loupe.samples.Scenery.between;
import static io.loupe.samples.Scenery.eitherWay;

import java.util.Random;

/** Marks that something left on the surface of a part, whatever the part. */
enum Blemish {
    SCRATCH {
        @Override
        void mark(Surface surface, Scenery part, Random random) {
            Line line = Line.curved(part.face(), random, between(random, 45, 100), 0.014);
            double width = between(random, 0.9, 1.7);
            Shape groove = line.tapered(width);
            surface.raise(line.tapered(width + 3), 0.5, 4);
            surface.raise(groove, -2, 3.5);
            surface.paint(groove, BARE, between(random, 0.6, 0.9));
        }
    },
    DENT {
        @Override
        void mark(Surface surface, Scenery part, Random random) {
            double[] at = place(part.face(), random, 14);
            double radius = between(random, 10, 19);
            double depth = between(random, 3.2, 5.5);
            double turn = between(random, 0, Math.PI);
            double flat = between(random, 1, 1.5);
            surface.raise(Shape.circle(at[0], at[1], 1.5 * radius), (x, y) -> {
                double along = (x - at[0]) * Math.cos(turn) + (y - at[1]) * Math.sin(turn);
                double across = (y - at[1]) * Math.cos(turn) - (x - at[0]) * Math.sin(turn);
                double out = Math.min(1, (along * along / (flat * flat) + across * across) / (radius * radius));
                return -depth * (1 - out) * (1 - out);
            });
        }
    },
    STAIN {
        @Override
        void mark(Surface surface, Scenery part, Random random) {
            double[] at = place(part.face(), random, 12);
            double radius = between(random, 11, 26);
            double strength = between(random, 0.5, 0.75);
            Noise edge = new Noise(random.nextInt());
            Material liquid = random.nextBoolean() ? OIL : COFFEE;
            surface.tint(Shape.circle(at[0], at[1], 1.5 * radius), liquid, (x, y) -> {
                double out = Math.hypot(x - at[0], y - at[1]) / radius + 0.42 * edge.at(x / 16, y / 16, 3);
                double rim = Math.exp(-squared((out - 0.9) / 0.09));
                double wet = Math.clamp((1 - out) / 0.12, 0.0, 1.0);
                return strength * (wet * (0.72 + 0.2 * edge.at(x / 9, y / 9)) + 0.3 * rim * wet);
            });
        }
    },
    CRACK {
        @Override
        void mark(Surface surface, Scenery part, Random random) {
            Line line = Line.jagged(part.face(), random, between(random, 45, 90));
            crack(surface, line, between(random, 1.1, 1.9));
            if (random.nextInt(3) > 0) {
                crack(surface, line.branch(random), between(random, 0.8, 1.3));
            }
        }

        private void crack(Surface surface, Line line, double width) {
            surface.raise(line.tapered(width + 1), -2.2, 2);
            surface.paint(line.tapered(width), DARK, 0.9);
        }
    },
    FIBRE {
        @Override
        void mark(Surface surface, Scenery part, Random random) {
            Line line = Line.curved(part.face(), random, between(random, 55, 120), eitherWay(random, 0.05));
            double width = between(random, 1.5, 2.4);
            Shape thread = line.even(width);
            surface.raise(thread, between(random, 2.5, 4), 2);
            surface.paint(thread, THREADS[random.nextInt(THREADS.length)], 0.95);
        }
    };

    private static final Material BARE = Material.of(0xf0f0ee, 0.6);
    private static final Material DARK = Material.of(0x0c0c0e, 0);
    private static final Material OIL = Material.of(0x1d1a14, 0.7);
    private static final Material COFFEE = Material.of(0x6b4420, 0.15);
    private static final Material[] THREADS = {
        Material.of(0xf4f1ea, 0.05), Material.of(0x1f5fbf, 0.05), Material.of(0xe0a51c, 0.05)
    };

    abstract void mark(Surface surface, Scenery part, Random random);

    /** A point at least {@code margin} inside a shape. */
    static double[] place(Shape face, Random random, double margin) {
        while (true) {
            double x = face.x() + between(random, -face.reach(), face.reach());
            double y = face.y() + between(random, -face.reach(), face.reach());
            if (face.distance(x, y) < -margin) {
                return new double[] {x, y};
            }
        }
    }

    private static double squared(double value) {
        return value * value;
    }
}
