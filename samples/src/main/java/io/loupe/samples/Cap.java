package io.loupe.samples;

import static io.loupe.samples.Scenery.between;
import static io.loupe.samples.Scenery.eitherWay;

import java.util.Random;

/** A glossy bottle cap with a crimped edge and a printed star, on a pale ground. */
final class Cap implements Scenery {
    private static final Material GROUND = Material.of(0xd9d5cc, 0.02);
    private static final Material LACQUER = Material.of(0xb3262e, 0.55);
    private static final Material PRINT = Material.of(0xf3ead6, 0.4);
    private static final int TEETH = 21;
    private static final double RADIUS = 92;
    private static final double FLAT_RADIUS = 68;

    @Override
    public void build(Surface surface, Random natural, Flaw flaw) {
        Noise grain = new Noise(natural.nextInt());
        surface.paint(
                Shape.everywhere(),
                GROUND,
                (x, y) -> 1 + 0.05 * grain.at(x / 1.5, y / 1.5) + 0.06 * grain.at(x / 50, y / 50),
                1);
        Shape cap = crimped();
        if (flaw.is(DefectKind.MISSING_PIECE)) {
            cap = cap.without(bite(flaw.details()));
        }
        surface.raise(cap, 9, 5);
        surface.raise(cap, Cap::dome);
        surface.paint(cap, LACQUER, (x, y) -> 1 + 0.05 * grain.at(x / 2, y / 2) + 0.06 * grain.at(x / 35, y / 35), 1);
        print(surface, cap, natural, flaw);
    }

    @Override
    public Shape face() {
        return Shape.circle(0, 0, 74);
    }

    private static Shape crimped() {
        return new Shape(0, 0, RADIUS + 5, (x, y) -> {
            double wave = Math.cos(TEETH * Math.atan2(y, x));
            return 0.9 * (Math.sqrt(x * x + y * y) - RADIUS - 3.2 * wave);
        });
    }

    /** A flat top, a rounded shoulder, and flutes that run out to the teeth. */
    private static double dome(double x, double y) {
        double radius = Math.sqrt(x * x + y * y);
        double out = Math.clamp((radius - FLAT_RADIUS) / (RADIUS - FLAT_RADIUS), 0.0, 1.0);
        double flutes = Math.cos(TEETH * Math.atan2(y, x));
        return 9 * (1 - out * out) + 2.2 * out * flutes;
    }

    private static Shape bite(Random details) {
        double angle = between(details, 0, 2 * Math.PI);
        double radius = between(details, 12, 22);
        double away = RADIUS + between(details, -4, 4);
        Noise jagged = new Noise(details.nextInt());
        Shape round = Shape.circle(away * Math.cos(angle), away * Math.sin(angle), radius);
        return new Shape(
                round.x(), round.y(), radius + 4, (x, y) -> round.distance(x, y) + 3 * jagged.at(x / 6, y / 6));
    }

    private static void print(Surface surface, Shape cap, Random natural, Flaw flaw) {
        double turn = between(natural, -0.03, 0.03);
        double byX = between(natural, -0.8, 0.8);
        double byY = between(natural, -0.8, 0.8);
        if (flaw.is(DefectKind.MISPLACED_PIECE)) {
            Random details = flaw.details();
            turn += eitherWay(details, between(details, 0.22, 0.55));
            byX += eitherWay(details, between(details, 3, 11));
            byY += eitherWay(details, between(details, 3, 11));
        }
        Shape ring = Shape.circle(0, 0, 57).rim(4);
        Shape star = Shape.star(0, 0, 44, 19, 5).turned(0, 0, turn);
        surface.paint(within(ring.moved(byX, byY), cap), PRINT, 0.95);
        surface.paint(within(star.moved(byX, byY), cap), PRINT, 0.95);
    }

    private static Shape within(Shape print, Shape cap) {
        return new Shape(
                print.x(), print.y(), print.reach(), (x, y) -> Math.max(print.distance(x, y), cap.distance(x, y)));
    }
}
