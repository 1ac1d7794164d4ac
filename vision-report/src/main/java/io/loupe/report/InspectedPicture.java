package io.loupe.report;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.Box;
import io.loupe.vision.threshold.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that {@link ResultPicture} shows of one picture.
 *
 * @param name as the user knows it, usually the file
 * @param map of any size; it is spread over the picture
 * @param mask the pixels of the anomalous regions, of any size
 * @param boxes of the anomalous regions, in pixels of {@code image}
 * @param failScore the score above which the verdict is FAIL
 * @param groundTruth of any size; null where nobody knows, empty for a part known to be good
 */
public record InspectedPicture(
        String name,
        RgbImage image,
        AnomalyMap map,
        BinaryMask mask,
        List<Box> boxes,
        Verdict verdict,
        double score,
        double failScore,
        @Nullable BinaryMask groundTruth) {
    public InspectedPicture {
        boxes = List.copyOf(boxes);
    }
}
