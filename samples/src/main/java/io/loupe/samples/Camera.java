package io.loupe.samples;

import io.loupe.vision.image.RgbImage;
import java.util.Random;

/**
 * Lights a surface from the upper left and photographs it.
 *
 * <p>Diffuse light by the slope (Lambert), highlights by the half vector (Blinn), shadows by walking from each pixel
 * towards the light over the landscape. No two pictures get quite the same lamp: its strength, its colour and its
 * fall-off across the picture vary by a few per cent.
 */
final class Camera {
    static final double GAMMA = 2.2;

    private static final float LIGHT_X = -0.46f;
    private static final float LIGHT_Y = -0.56f;
    private static final float LIGHT_Z = 0.69f;
    private static final float AMBIENT = 0.36f;
    private static final int SHADOW_STEPS = 14;

    /** How far the light climbs over one step of a pixel. */
    private static final float CLIMB = LIGHT_Z / (float) Math.hypot(LIGHT_X, LIGHT_Y);

    private static final float[] ENCODED = encodingTable();

    private static final int[] STEP_UP = steps(LIGHT_Y);
    private static final int[] STEP_LEFT = steps(LIGHT_X);

    private Camera() {}

    /** How many pixels each step towards the light goes along one axis. */
    private static int[] steps(float light) {
        int[] steps = new int[SHADOW_STEPS + 1];
        for (int step = 0; step <= SHADOW_STEPS; step++) {
            steps[step] = (int) Math.round(-step * light / Math.hypot(LIGHT_X, LIGHT_Y));
        }
        return steps;
    }

    private static float highest(float[] elevation) {
        float highest = elevation[0];
        for (float value : elevation) {
            highest = Math.max(highest, value);
        }
        return highest;
    }

    static Exposure expose(Surface surface, Random random) {
        Lamp lamp = Lamp.any(random, surface.height, surface.width);
        float top = highest(surface.elevation);
        float[] values = new float[3 * surface.height * surface.width];
        for (int row = 0; row < surface.height; row++) {
            for (int column = 0; column < surface.width; column++) {
                develop(surface, lamp, top, row, column, values);
            }
        }
        return new Exposure(surface.height, surface.width, values);
    }

    private static void develop(Surface surface, Lamp lamp, float top, int row, int column, float[] values) {
        int pixel = row * surface.width + column;
        int left = column > 0 ? pixel - 1 : pixel;
        int right = column < surface.width - 1 ? pixel + 1 : pixel;
        int above = row > 0 ? pixel - surface.width : pixel;
        int below = row < surface.height - 1 ? pixel + surface.width : pixel;
        float slopeX = (surface.elevation[left] - surface.elevation[right]) / 2;
        float slopeY = (surface.elevation[above] - surface.elevation[below]) / 2;
        float length = (float) Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);

        float light = lamp.at(row, column);
        float sun = light * (1 - 0.75f * shadow(surface, top, row, column));
        float facing = Math.max(0, (slopeX * LIGHT_X + slopeY * LIGHT_Y + LIGHT_Z) / length);
        float diffuse = AMBIENT * light + 0.92f * facing * sun;
        // The half vector between the lamp and a camera straight above.
        float half = Math.max(0, (slopeX * LIGHT_X + slopeY * LIGHT_Y + LIGHT_Z + 1) / (length * 1.838f));
        float shine = half * half;
        shine *= shine;
        shine *= shine;
        shine *= shine;
        float highlight = surface.gloss[pixel] * (0.3f * shine + 0.7f * shine * shine * shine) * sun;

        values[3 * pixel] = encode(lamp.red * (surface.red[pixel] * diffuse + highlight));
        values[3 * pixel + 1] = encode(surface.green[pixel] * diffuse + highlight);
        values[3 * pixel + 2] = encode(lamp.blue * (surface.blue[pixel] * diffuse + highlight));
    }

    /** How deep in shadow a pixel lies, 0..1. */
    private static float shadow(Surface surface, float top, int row, int column) {
        float own = surface.elevation[row * surface.width + column];
        float deepest = 0;
        for (int step = 1; step <= SHADOW_STEPS; step++) {
            float ray = own + CLIMB * step;
            int y = row - STEP_UP[step];
            int x = column - STEP_LEFT[step];
            if (y < 0 || x < 0 || ray >= top) {
                break;
            }
            float over = surface.elevation[y * surface.width + x] - ray;
            deepest = Math.max(deepest, over / (1 + 0.25f * step));
        }
        return Math.min(1, deepest / 1.6f);
    }

    /** Adds the sensor's noise, the same for the same seed, and rounds to bytes. */
    static RgbImage digitise(Exposure exposure, long seed) {
        byte[] pixels = new byte[exposure.values.length];
        long state = Samples.mix(seed, -2);
        for (int i = 0; i < pixels.length; i += 3) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            long bits = Samples.mix(state, 1);
            // Sums of uniform numbers are bell-shaped enough; most of the noise is common to the three channels.
            float grey = ((bits & 0xff) + (bits >>> 8 & 0xff) + (bits >>> 16 & 0xff) - 382.5f) * 0.012f;
            for (int channel = 0; channel < 3; channel++) {
                float own = ((bits >>> (24 + 10 * channel) & 0x3ff) - 511.5f) * 0.003f;
                pixels[i + channel] = (byte) Math.clamp(Math.round(exposure.values[i + channel] + grey + own), 0, 255);
            }
        }
        return RgbImage.wrap(exposure.height, exposure.width, pixels);
    }

    private static float encode(float linear) {
        // A soft shoulder keeps highlights from burning out flat.
        float toned = linear < 0.7f ? linear : 1 - 0.3f * 0.3f / (linear - 0.4f);
        return ENCODED[(int) (toned * (ENCODED.length - 1))];
    }

    private static float[] encodingTable() {
        float[] table = new float[1 << 14];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) (255 * Math.pow(i / (table.length - 1.0), 1 / GAMMA));
        }
        return table;
    }

    /** One lamp: its colour, and its strength over the picture. */
    private record Lamp(float red, float blue, float strength, float fallX, float fallY, float middleX, float middleY) {
        static Lamp any(Random random, int height, int width) {
            return new Lamp(
                    1 + 0.02f * (2 * random.nextFloat() - 1),
                    1 + 0.02f * (2 * random.nextFloat() - 1),
                    1 + 0.06f * (2 * random.nextFloat() - 1),
                    0.08f * (2 * random.nextFloat() - 1) / width,
                    0.08f * (2 * random.nextFloat() - 1) / height,
                    width / 2f,
                    height / 2f);
        }

        float at(int row, int column) {
            float x = column - middleX;
            float y = row - middleY;
            float corner = (x * x + y * y) / (middleX * middleX + middleY * middleY);
            return strength * (1 + fallX * x + fallY * y) * (1.03f - 0.13f * corner);
        }
    }
}
