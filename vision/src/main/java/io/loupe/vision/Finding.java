package io.loupe.vision;

import io.loupe.vision.map.Region;
import java.util.List;

/**
 * One anomalous region and what it was compared with.
 *
 * @param region in pixels of the inspected picture
 * @param nearest the normal patches that looked most like its worst spot, up to three, each of another good picture, nearest
 *     first; empty for methods that keep no patches, and beyond the ten worst regions
 */
public record Finding(Region region, List<NearestNormal> nearest) {
    public Finding {
        nearest = List.copyOf(nearest);
    }
}
