package io.loupe.vision;

import io.loupe.vision.map.Region;
import java.util.List;

/**
 * One anomalous region and what it was compared with.
 *
 * @param region in pixels of the inspected picture
 * @param nearest the normal patches that looked most like its worst spot, nearest first; empty for methods that keep no
 *     patches
 */
public record Finding(Region region, List<NearestNormal> nearest) {
    public Finding {
        nearest = List.copyOf(nearest);
    }
}
