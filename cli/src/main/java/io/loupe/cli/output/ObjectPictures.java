package io.loupe.cli.output;

import io.loupe.report.ObjectOverlay;
import io.loupe.vision.detect.Detection;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A folder of pictures with their objects marked: {@code NAME_objects.png} for each. */
public final class ObjectPictures {
    private final Path folder;
    private final List<String> labels;
    private final Set<String> names = new HashSet<>();

    /** @param labels every label the detector knows; they settle the colours */
    public ObjectPictures(Path folder, List<String> labels) {
        this.folder = folder;
        this.labels = labels;
    }

    /** Writes one picture. */
    public void add(Path file, RgbImage image, List<Detection> detections) {
        PngFile.write(folder.resolve(nameOf(file)), ObjectOverlay.render(image, detections, labels));
    }

    /** A folder may hold {@code dog.jpg} and {@code dog.png}, and some disks take {@code Dog} for {@code dog}. */
    private String nameOf(Path file) {
        String stem = ResultFolder.stemOf(file.getFileName().toString()) + "_objects";
        String name = stem + ".png";
        for (int count = 2; !names.add(name.toLowerCase(Locale.ROOT)); count++) {
            name = stem + count + ".png";
        }
        return name;
    }
}
