package io.loupe.vision.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ground-truth regions of all pictures: of which defect type each is, and how large. Not thread-safe. */
final class DefectRegions {
    private final List<String> types = new ArrayList<>();
    private int count;
    private int[] typeOf = new int[64];
    private int[] areaOf = new int[64];

    /** Adds a region and gives its number, from 0 on. */
    int add(String type, int areaPixels) {
        if (count == typeOf.length) {
            typeOf = Arrays.copyOf(typeOf, 2 * count);
            areaOf = Arrays.copyOf(areaOf, 2 * count);
        }
        if (!types.contains(type)) {
            types.add(type);
        }
        typeOf[count] = types.indexOf(type);
        areaOf[count] = areaPixels;
        return count++;
    }

    int typeCount() {
        return types.size();
    }

    String typeName(int type) {
        return types.get(type);
    }

    int typeOf(int region) {
        return typeOf[region];
    }

    /** How much of its region one pixel is. */
    double shareOfOnePixel(int region) {
        return 1.0 / areaOf[region];
    }

    /** How many regions each type has. */
    long[] regionsByType() {
        long[] regions = new long[typeCount()];
        for (int region = 0; region < count; region++) {
            regions[typeOf[region]]++;
        }
        return regions;
    }

    /** How many pixels each type has. */
    long[] pixelsByType() {
        long[] pixels = new long[typeCount()];
        for (int region = 0; region < count; region++) {
            pixels[typeOf[region]] += areaOf[region];
        }
        return pixels;
    }
}
