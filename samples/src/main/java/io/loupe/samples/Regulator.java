package io.loupe.samples;

import static io.loupe.samples.Scenery.between;
import static io.loupe.samples.Scenery.eitherWay;

import java.util.Random;

/** A voltage regulator seen from above: metal tab, moulded body with a marking, three tinned leads; on a green mat. */
final class Regulator implements Scenery {
    private static final Material MAT = Material.of(0x4f7d68, 0.02);
    private static final Material TAB = Material.of(0xb9bcc0, 0.6);
    private static final Material EPOXY = Material.of(0x2a2b2e, 0.12);
    private static final Material MARKING = Material.of(0xb9b6ac, 0.05);
    private static final Material TIN = Material.of(0xc6c8c9, 0.7);

    private static final Shape BODY = Shape.box(0, -22, 124, 104, 5);
    private static final double LEAD_SPACING = 36;
    private static final double LEAD_TOP = 22;
    private static final double LEAD_END = 136;

    @Override
    public void build(Surface surface, Random natural, Flaw flaw) {
        Noise grain = new Noise(natural.nextInt());
        surface.paint(Shape.everywhere(), MAT, (x, y) -> woven(grain, x, y), 1);
        tab(surface, grain);
        leads(surface, grain, flaw);
        surface.level(BODY, 0);
        surface.raise(BODY, 11, 7);
        surface.paint(
                BODY, EPOXY, (x, y) -> 1 + 0.22 * grain.at(x / 1.4, y / 1.4) + 0.08 * grain.at(x / 25, y / 25), 1);
        surface.raise(Shape.circle(-46, -58, 6), -1.6, 3);
        marking(surface, grain);
    }

    @Override
    public Shape face() {
        return Shape.box(0, -24, 108, 88, 4);
    }

    private static double woven(Noise grain, double x, double y) {
        return 1
                + 0.05 * Math.sin(x * 0.9) * Math.sin(y * 0.9)
                + 0.1 * grain.at(x / 1.6, y / 1.6)
                + 0.06 * grain.at(x / 45, y / 45);
    }

    private static void tab(Surface surface, Noise grain) {
        Shape tab = Shape.box(0, -92, 116, 92, 6).without(Shape.circle(0, -106, 15));
        surface.raise(tab, 5, 4);
        surface.paint(tab, TAB, (x, y) -> 1 + 0.07 * grain.at(x / 1.2, y / 26) + 0.04 * grain.at(x / 9, y / 9), 1);
        surface.paint(Shape.circle(0, -106, 15), MAT, 0.9);
    }

    private static void leads(Surface surface, Noise grain, Flaw flaw) {
        Random details = flaw.details();
        int flawed = details.nextInt(3);
        for (int lead = 0; lead < 3; lead++) {
            double x = (lead - 1) * LEAD_SPACING;
            boolean here = lead == flawed;
            double end = here && flaw.is(DefectKind.MISSING_PIECE) ? between(details, 42, 84) : LEAD_END;
            double turn =
                    here && flaw.is(DefectKind.MISPLACED_PIECE) ? eitherWay(details, between(details, 0.09, 0.22)) : 0;
            lead(surface, grain, x, end, turn);
        }
    }

    private static void lead(Surface surface, Noise grain, double x, double end, double turn) {
        Shape shoulder = bar(x, LEAD_TOP, 52, 15);
        Shape leg = bar(x, 44, end, 9).turned(x, 44, turn);
        for (Shape piece : new Shape[] {leg, shoulder}) {
            surface.level(piece, 0);
            surface.raise(piece, 6, 5);
            surface.paint(piece, TIN, (px, py) -> 1 + 0.08 * grain.at(px / 1.3, py / 18), 1);
        }
    }

    private static Shape bar(double x, double top, double end, double width) {
        return Shape.box(x, (top + end) / 2, width, end - top, 2);
    }

    /** Two lines of print that look like letters and say nothing. */
    private static void marking(Surface surface, Noise grain) {
        String[] lines = {"#|#L#7 ", "7L#| #L"};
        for (int line = 0; line < lines.length; line++) {
            for (int i = 0; i < lines[line].length(); i++) {
                glyph(surface, grain, lines[line].charAt(i), -41 + 13.5 * i, -34 + 23 * line);
            }
        }
    }

    private static void glyph(Surface surface, Noise grain, char shape, double x, double y) {
        Shape[] strokes = switch (shape) {
            case '#' -> new Shape[] {Shape.box(x, y, 8, 13, 3).rim(2.2)};
            case 'L' -> new Shape[] {stroke(x - 4, y - 6, x - 4, y + 6), stroke(x - 4, y + 6, x + 4, y + 6)};
            case '7' -> new Shape[] {stroke(x - 4, y - 6, x + 4, y - 6), stroke(x + 4, y - 6, x - 2, y + 6)};
            case '|' -> new Shape[] {stroke(x, y - 6, x, y + 6)};
            default -> new Shape[0];
        };
        for (Shape stroke : strokes) {
            surface.paint(stroke, MARKING, 0.62 + 0.12 * grain.at(x, y));
        }
    }

    private static Shape stroke(double fromX, double fromY, double toX, double toY) {
        return Shape.stroke(fromX, fromY, toX, toY, 1.1);
    }
}
