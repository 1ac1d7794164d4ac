package io.loupe.samples;

import static io.loupe.samples.Scenery.between;
import static io.loupe.samples.Scenery.eitherWay;

import java.util.Random;

/**
 * A 2/2 twill of blue warp and pale weft. Warp threads run down the picture, weft threads across; at every crossing one
 * lies on top, two by two, each row one step further, which gives the diagonal ribs.
 */
final class Cloth implements Scenery {
    private static final Material WARP = Material.of(0x3a5c92, 0.03);
    private static final Material WEFT = Material.of(0xd8cfb8, 0.03);
    private static final Material GAP = Material.of(0x10151f, 0);

    /** Distance from thread to thread, in pixels. */
    private static final double PITCH = 11;

    private static final double THREAD_HEIGHT = 3;
    private static final double LIFT = 1.8;

    @Override
    public void build(Surface surface, Random natural, Flaw flaw) {
        Noise grain = new Noise(natural.nextInt());
        double offsetX = between(natural, 0, 4 * PITCH);
        double offsetY = between(natural, 0, 4 * PITCH);
        Fault fault = Fault.of(flaw, offsetX, offsetY);
        surface.visit(Shape.everywhere(), (pixel, x, y, distance) -> {
            double warpX = x + offsetX + 0.9 * grain.at(x / 30, y / 45);
            double weftY = y + offsetY + 0.9 * grain.at(x / 45 + 90, y / 30);
            lay(surface, pixel, warpX, weftY, grain, fault);
        });
    }

    @Override
    public Shape face() {
        return Shape.box(0, 0, 216, 216, 4);
    }

    /** Finds which thread is on top at one point, and paints it. */
    private static void lay(Surface surface, int pixel, double x, double y, Noise grain, Fault fault) {
        int warp = (int) Math.floor(x / PITCH);
        double bowedY = y - fault.bow(x, y);
        int weft = (int) Math.floor(bowedY / PITCH);
        double warpAcross = x / PITCH - warp - 0.5;
        double weftAcross = bowedY / PITCH - weft - 0.5;

        boolean gone = fault.isMissing(weft, x);
        // Without the weft to hold it up, the warp sinks.
        double warpTop = round(warpAcross) + (gone ? -1.6 : LIFT * undulation(y / PITCH - 0.5, warp));
        double weftTop = gone
                ? -THREAD_HEIGHT
                : round(weftAcross)
                        + (fault.isFloating(weft, x) ? 1.3 * LIFT : -LIFT * undulation(x / PITCH - 0.5, weft));

        double share = Math.clamp(0.5 + (weftTop - warpTop) / 0.9, 0.0, 1.0);
        double fibres = grain.at(x / (share > 0.5 ? 6 : 1.3), y / (share > 0.5 ? 1.3 : 6));
        double top = Math.max(warpTop, weftTop);
        double depth = Math.clamp((top + 3.2) / 5, 0.25, 1.0);
        surface.elevation[pixel] = (float) (1.1 * Math.max(top, -3));
        surface.blend(pixel, WARP, (float) ((1 + 0.14 * fibres + 0.08 * grain.at(warp * 3.7, 0.5)) * depth), 1);
        surface.blend(pixel, WEFT, (float) ((1 + 0.1 * fibres + 0.06 * grain.at(0.5, weft * 3.7)) * depth), (float)
                share);
        surface.blend(pixel, GAP, 1, (float) Math.clamp(-0.35 - top / 3, 0.0, 1.0));
    }

    /** The height of a round thread at a place across it, -0.5..0.5. */
    private static double round(double across) {
        return THREAD_HEIGHT * (Math.sqrt(Math.max(0, 1 - 4.2 * across * across)) - 0.6);
    }

    /** Whether a warp thread lies above (1) or below (-1) along its way, smoothly from crossing to crossing. */
    private static double undulation(double along, int thread) {
        int before = (int) Math.floor(along);
        double share = along - before;
        double smooth = share * share * (3 - 2 * share);
        return above(before, thread) + smooth * (above(before + 1, thread) - above(before, thread));
    }

    private static int above(int crossing, int thread) {
        return Math.floorMod(crossing + thread, 4) < 2 ? 1 : -1;
    }

    /** What is wrong with one weft thread over a stretch of it. */
    private record Fault(boolean missing, boolean floating, int weft, double fromX, double toX, double bow) {
        static Fault of(Flaw flaw, double offsetX, double offsetY) {
            Random details = flaw.details();
            int weft = (int) Math.floor((offsetY + between(details, -95, 95)) / PITCH);
            double middle = offsetX + between(details, -70, 70);
            double half = between(details, 24, 60);
            return new Fault(
                    flaw.is(DefectKind.MISSING_PIECE),
                    flaw.is(DefectKind.MISPLACED_PIECE),
                    weft,
                    middle - half,
                    middle + half,
                    eitherWay(details, between(details, 0.35, 0.7)) * PITCH);
        }

        boolean isMissing(int thread, double x) {
            return missing && thread == weft && x > fromX && x < toX;
        }

        boolean isFloating(int thread, double x) {
            return floating && thread == weft && x > fromX && x < toX;
        }

        /** How far the loose thread, and the ones beside it less and less, are pushed aside at a point. */
        double bow(double x, double y) {
            if (!floating || x <= fromX || x >= toX) {
                return 0;
            }
            double along = Math.sin(Math.PI * (x - fromX) / (toX - fromX));
            double away = Math.abs(y / PITCH - weft - 0.5) / 2.2;
            return away >= 1 ? 0 : bow * along * along * (1 - away) * (1 - away);
        }
    }
}
