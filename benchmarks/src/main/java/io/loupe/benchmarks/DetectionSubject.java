package io.loupe.benchmarks;

import io.loupe.images.ImageFiles;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.List;

/**
 * Photographs of one kind of thing.
 *
 * @param folder below {@code data/natural}
 * @param label what COCO calls such a thing
 */
record DetectionSubject(String folder, String label) {
    static final List<DetectionSubject> ALL = List.of(
            new DetectionSubject("car_side", "car"),
            new DetectionSubject("elephant", "elephant"),
            new DetectionSubject("cup", "cup"),
            new DetectionSubject("stop_sign", "stop sign"),
            new DetectionSubject("pizza", "pizza"),
            new DetectionSubject("umbrella", "umbrella"),
            new DetectionSubject("windsor_chair", "chair"),
            new DetectionSubject("cellphone", "cell phone"),
            new DetectionSubject("soccer_ball", "sports ball"),
            new DetectionSubject("schooner", "boat"),
            new DetectionSubject("ketch", "boat"));

    private static final int PICTURES = 25;

    /** The first pictures by name. */
    List<RgbImage> pictures(Path photographs) {
        return ImageFiles.list(photographs.resolve(folder)).stream()
                .limit(PICTURES)
                .map(ImageFiles::read)
                .toList();
    }
}
