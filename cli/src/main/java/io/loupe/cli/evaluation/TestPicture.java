package io.loupe.cli.evaluation;

import io.loupe.cli.dataset.LabelledFile;
import io.loupe.images.ImageFiles;
import io.loupe.images.UnreadableImageException;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import java.util.Optional;

/**
 * A labelled picture read from disk, with what is known of where its defect is.
 *
 * @param image empty where the file cannot be read
 * @param groundTruth empty where nobody knows
 * @param decodeNanos time to read and decode the picture
 * @param complaint a sentence about what could not be used; empty where all is well
 */
record TestPicture(
        LabelledFile file,
        Optional<RgbImage> image,
        Optional<BinaryMask> groundTruth,
        long decodeNanos,
        Optional<String> complaint) {
    static TestPicture read(LabelledFile file) {
        long start = System.nanoTime();
        RgbImage image;
        try {
            image = ImageFiles.read(file.picture());
        } catch (UnreadableImageException e) {
            return new TestPicture(file, Optional.empty(), Optional.empty(), 0, Optional.ofNullable(e.getMessage()));
        }
        long decodeNanos = System.nanoTime() - start;
        if (!file.isDefective()) {
            BinaryMask nothing = BinaryMask.empty(image.height(), image.width());
            return new TestPicture(file, Optional.of(image), Optional.of(nothing), decodeNanos, Optional.empty());
        }
        return withMask(file, image, decodeNanos);
    }

    private static TestPicture withMask(LabelledFile file, RgbImage image, long decodeNanos) {
        if (file.mask().isEmpty()) {
            String complaint = "%s has no mask; it counts for the picture metrics only".formatted(file.picture());
            return new TestPicture(file, Optional.of(image), Optional.empty(), decodeNanos, Optional.of(complaint));
        }
        try {
            BinaryMask mask = ImageFiles.readMask(file.mask().get());
            return new TestPicture(
                    file, Optional.of(image), Optional.of(mask), decodeNanos, complaintAbout(file, image, mask));
        } catch (UnreadableImageException e) {
            return new TestPicture(
                    file, Optional.of(image), Optional.empty(), decodeNanos, Optional.ofNullable(e.getMessage()));
        }
    }

    private static Optional<String> complaintAbout(LabelledFile file, RgbImage image, BinaryMask mask) {
        if (mask.height() == image.height() && mask.width() == image.width()) {
            return Optional.empty();
        }
        return Optional.of(
                "The mask of %s is %d x %d, the picture %d x %d (height x width); the map is brought to the mask's size"
                        .formatted(file.picture(), mask.height(), mask.width(), image.height(), image.width()));
    }
}
