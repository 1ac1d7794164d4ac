package io.loupe.samples;

import static io.loupe.samples.Scenery.between;
import static io.loupe.samples.Scenery.eitherWay;

import java.util.Random;

/** A brushed plate with a turned bore, two slots and a socket screw in every corner, on a dark mat. */
final class Bracket implements Scenery {
    private static final Material MAT = Material.of(0x3a444d, 0.02);
    private static final Material ALUMINIUM = Material.of(0xa3a9b0, 0.5);
    private static final Material BORE = Material.of(0x969ca3, 0.8);
    private static final Material STEEL = Material.of(0x6b7077, 0.75);
    private static final Material HOLE = Material.of(0x14171a, 0);

    private static final Shape PLATE = Shape.box(0, 0, 196, 148, 16);
    private static final Shape SLOT = Shape.stroke(-24, 0, 24, 0, 7);
    private static final double SLOT_Y = 46;
    private static final double SCREW_X = 76;
    private static final double SCREW_Y = 52;
    private static final double SCREW_RADIUS = 13;

    @Override
    public void build(Surface surface, Random natural, Flaw flaw) {
        Noise grain = new Noise(natural.nextInt());
        surface.paint(
                Shape.everywhere(),
                MAT,
                (x, y) -> 1 + 0.18 * grain.at(x / 1.6, y / 1.6) + 0.1 * grain.at(x / 40, y / 40),
                1);
        surface.raise(PLATE, 7, 6);
        surface.paint(PLATE, ALUMINIUM, (x, y) -> brushed(grain, x, y), 1);
        bore(surface, grain);
        slot(surface, -SLOT_Y);
        slot(surface, SLOT_Y);
        screws(surface, natural, flaw);
    }

    @Override
    public Shape face() {
        Shape metal = Shape.box(0, 0, 176, 128, 10).without(Shape.circle(0, 0, 23));
        return metal.without(SLOT.moved(0, -SLOT_Y)).without(SLOT.moved(0, SLOT_Y));
    }

    private static double brushed(Noise grain, double x, double y) {
        return 1
                + 0.16 * grain.at(x / 60, y / 1.1)
                + 0.09 * grain.at(x / 14, y / 0.8)
                + 0.04 * grain.at(x / 70, y / 30);
    }

    private static void bore(Surface surface, Noise grain) {
        Shape flange = Shape.circle(0, 0, 39);
        surface.raise(flange, 3, 3);
        surface.paint(flange, BORE, (x, y) -> turned(grain, x, y), 1);
        surface.raise(Shape.circle(0, 0, 33).rim(2.5), -1.2, 2);
        Shape hole = Shape.circle(0, 0, 21);
        surface.raise(hole, -10, 5);
        surface.paint(hole, MAT, 1);
    }

    /** Rings of the lathe, and the two bright fans that turned metal shows under one lamp. */
    private static double turned(Noise grain, double x, double y) {
        double radius = Math.sqrt(x * x + y * y);
        double fans = Math.cos(2 * (Math.atan2(y, x) - 0.7));
        return 1 + 0.32 * fans * Math.abs(fans) + 0.09 * grain.at(radius * 0.9, 0.5) + 0.05 * Math.sin(radius * 2.4);
    }

    private static void slot(Surface surface, double y) {
        Shape slot = SLOT.moved(0, y);
        surface.raise(slot, -7, 4);
        surface.paint(slot, MAT, 1);
    }

    private static void screws(Surface surface, Random natural, Flaw flaw) {
        Random details = flaw.details();
        int flawed = details.nextInt(4);
        for (int corner = 0; corner < 4; corner++) {
            double x = corner % 2 == 0 ? -SCREW_X : SCREW_X;
            double y = corner < 2 ? -SCREW_Y : SCREW_Y;
            double turn = between(natural, -0.5, 0.5);
            hole(surface, x, y);
            boolean here = corner == flawed;
            if (here && flaw.is(DefectKind.MISSING_PIECE)) {
                continue;
            }
            boolean moved = here && flaw.is(DefectKind.MISPLACED_PIECE);
            double byX = moved ? eitherWay(details, between(details, 4, 9)) : 0;
            double byY = moved ? eitherWay(details, between(details, 4, 9)) : 0;
            screw(surface, x + byX, y + byY, turn);
        }
    }

    private static void hole(Surface surface, double x, double y) {
        surface.raise(Shape.circle(x, y, SCREW_RADIUS + 2.5), -1.5, 2);
        Shape thread = Shape.circle(x, y, 8);
        surface.raise(thread, -5, 3);
        surface.paint(thread, HOLE, 1);
    }

    private static void screw(Surface surface, double x, double y, double turn) {
        Shape head = Shape.circle(x, y, SCREW_RADIUS);
        Shape socket = Shape.polygon(x, y, 6.5, 6).turned(x, y, turn);
        surface.level(head, 6);
        surface.raise(head, 4.5, 4);
        surface.paint(head, STEEL, 1);
        surface.raise(socket, -5, 2);
        surface.paint(socket, HOLE, 0.85);
    }
}
