package io.loupe.vision.synthetic;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.synthetic.SoftRegion.Frame;
import java.util.random.RandomGenerator;

/** Paints one defect of a given size at a given place. */
final class Brush {
    private final RgbImage good;
    private final RgbImage other;
    private final Frame frame;
    private final double row;
    private final double column;
    private final double diameter;
    private final RandomGenerator random;

    /**
     * @param good what is painted on
     * @param other another good picture, to take pieces from
     * @param row the centre's row, in pixels
     * @param column the centre's column, in pixels
     * @param diameter in pixels
     */
    Brush(RgbImage good, RgbImage other, double row, double column, double diameter, RandomGenerator random) {
        this.good = good;
        this.other = other;
        this.frame = new Frame(good.height(), good.width());
        this.row = row;
        this.column = column;
        this.diameter = diameter;
        this.random = random;
    }

    SyntheticDefect paint(SyntheticKind kind) {
        SoftRegion region = kind == SyntheticKind.SCRATCH ? stroke() : blob();
        RgbImage image = laidOn(region, paintFor(kind, region));
        return new SyntheticDefect(kind, image, mask(region), row, column, diameter / frame.shorterSide());
    }

    private SoftRegion blob() {
        return SoftRegion.blob(frame, row, column, diameter / 2, random);
    }

    /** Twice as long as a blob is wide, since it is so thin. */
    private SoftRegion stroke() {
        double thickness = Math.max(1.2, diameter * random.nextDouble(0.04, 0.12));
        return SoftRegion.stroke(frame, row, column, 2 * diameter, thickness, random);
    }

    private Paint paintFor(SyntheticKind kind, SoftRegion region) {
        double angle = random.nextDouble(2 * Math.PI);
        double down = Math.sin(angle);
        double right = Math.cos(angle);
        return switch (kind) {
            case PASTE ->
                Paint.moved(good, random.nextDouble(good.height()) - row, random.nextDouble(good.width()) - column);
            case SWAP ->
                Paint.moved(other, random.nextDouble(other.height()) - row, random.nextDouble(other.width()) - column);
            case SHIFT -> {
                double by = diameter * random.nextDouble(0.25, 0.75);
                yield Paint.moved(good, by * down, by * right);
            }
            case WARP -> {
                double by = diameter * random.nextDouble(0.2, 0.45);
                yield Paint.pushed(good, row, column, 0.85 * diameter, by * down, by * right);
            }
            case ROTATE -> Paint.turned(good, row, column, random.nextDouble(Math.PI / 6, 2 * Math.PI - Math.PI / 6));
            case ERASE -> Paint.plain(colourAround(region));
            case STAIN -> Paint.tinted(good, dullColour(), random.nextDouble(0.25, 0.7));
            case NOISE -> Paint.grainy(good, random.nextDouble(10, 35), random.nextDouble(1, 4), random);
            case SCRATCH -> Paint.lifted(good, (random.nextBoolean() ? 1 : -1) * random.nextDouble(25, 90));
            case CONTRAST ->
                Paint.stretched(
                        good,
                        colourAround(region),
                        random.nextBoolean() ? random.nextDouble(0.2, 0.6) : random.nextDouble(1.5, 2.5));
        };
    }

    /** Oil, dirt and rust are hardly ever vivid. */
    private double[] dullColour() {
        double grey = random.nextDouble(256);
        return new double[] {
            grey + random.nextDouble(-40, 40), grey + random.nextDouble(-40, 40), grey + random.nextDouble(-40, 40)
        };
    }

    /** The mean colour of what lies in the region's bounding box but outside it. */
    private double[] colourAround(SoftRegion region) {
        double[] sum = new double[3];
        double weight = 0;
        for (int r = region.top(); r < region.top() + region.height(); r++) {
            for (int c = region.left(); c < region.left() + region.width(); c++) {
                double outside = 1 - region.at(r, c);
                weight += outside;
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel] += outside * good.at(r, c, channel);
                }
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            sum[channel] /= Math.max(weight, 1e-9);
        }
        return sum;
    }

    private RgbImage laidOn(SoftRegion region, Paint paint) {
        byte[] pixels = good.pixels().clone();
        double[] rgb = new double[3];
        for (int r = region.top(); r < region.top() + region.height(); r++) {
            for (int c = region.left(); c < region.left() + region.width(); c++) {
                double share = region.at(r, c);
                if (share == 0) {
                    continue;
                }
                paint.mix(r, c, rgb);
                for (int channel = 0; channel < 3; channel++) {
                    double mixed = (1 - share) * good.at(r, c, channel) + share * rgb[channel];
                    pixels[3 * (r * good.width() + c) + channel] = (byte) Math.clamp(Math.round(mixed), 0, 255);
                }
            }
        }
        return RgbImage.wrap(good.height(), good.width(), pixels);
    }

    private BinaryMask mask(SoftRegion region) {
        boolean[] mask = new boolean[good.height() * good.width()];
        for (int r = region.top(); r < region.top() + region.height(); r++) {
            for (int c = region.left(); c < region.left() + region.width(); c++) {
                mask[r * good.width() + c] = region.at(r, c) >= 0.5;
            }
        }
        return BinaryMask.wrap(good.height(), good.width(), mask);
    }
}
