package io.loupe.vision.synthetic;

import io.loupe.vision.image.RgbImage;
import java.util.random.RandomGenerator;

/** What a region is painted with: a colour for every place. */
interface Paint {
    /** Writes red, green and blue for one pixel; values beyond 0..255 are clipped when they are laid on. */
    void mix(int row, int column, double[] rgb);

    /** What a picture shows at another place. */
    static Paint moved(RgbImage from, double down, double right) {
        return (row, column, rgb) -> Sampling.bilinear(from, row + down, column + right, rgb);
    }

    /** The picture turned about a place. */
    static Paint turned(RgbImage from, double centreRow, double centreColumn, double radians) {
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        return (row, column, rgb) -> {
            double down = row - centreRow;
            double right = column - centreColumn;
            Sampling.bilinear(from, centreRow + cos * down + sin * right, centreColumn - sin * down + cos * right, rgb);
        };
    }

    /** The picture pushed to one side: fully at the centre, falling to nothing at this reach. */
    static Paint pushed(RgbImage from, double centreRow, double centreColumn, double reach, double down, double right) {
        return (row, column, rgb) -> {
            double distance = Math.hypot(row - centreRow, column - centreColumn) / reach;
            double cosine = distance >= 1 ? 0 : Math.cos(distance * Math.PI / 2);
            Sampling.bilinear(from, row - cosine * cosine * down, column - cosine * cosine * right, rgb);
        };
    }

    static Paint plain(double[] colour) {
        return (row, column, rgb) -> System.arraycopy(colour, 0, rgb, 0, 3);
    }

    /** The picture with a colour laid over it. */
    static Paint tinted(RgbImage from, double[] colour, double opacity) {
        return (row, column, rgb) -> {
            for (int channel = 0; channel < 3; channel++) {
                rgb[channel] = (1 - opacity) * from.at(row, column, channel) + opacity * colour[channel];
            }
        };
    }

    /** The picture brightened or darkened by as much everywhere. */
    static Paint lifted(RgbImage from, double by) {
        return (row, column, rgb) -> {
            for (int channel = 0; channel < 3; channel++) {
                rgb[channel] = from.at(row, column, channel) + by;
            }
        };
    }

    /** Distances from a colour stretched or shrunk. */
    static Paint stretched(RgbImage from, double[] about, double factor) {
        return (row, column, rgb) -> {
            for (int channel = 0; channel < 3; channel++) {
                rgb[channel] = about[channel] + factor * (from.at(row, column, channel) - about[channel]);
            }
        };
    }

    /** The picture with grey noise whose grains are some pixels wide. */
    static Paint grainy(RgbImage from, double deviation, double grain, RandomGenerator random) {
        long seed = random.nextLong();
        return (row, column, rgb) -> {
            double noise = deviation * Sampling.noise(seed, row / grain, column / grain);
            for (int channel = 0; channel < 3; channel++) {
                rgb[channel] = from.at(row, column, channel) + noise;
            }
        };
    }
}
