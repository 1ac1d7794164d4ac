package io.loupe.benchmarks;

import io.loupe.images.ImageEncoding;
import io.loupe.images.ImageFiles;
import io.loupe.images.ImageLimits;
import io.loupe.samples.NearCopy;
import io.loupe.vision.image.GrayImage;
import io.loupe.vision.image.Orientation;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import java.util.function.UnaryOperator;

/** What happens to pictures that are copied: after it they are near duplicates of what they were. */
enum Alteration {
    RECOMPRESSED("JPEG, quality 60", picture -> decode(ImageEncoding.jpeg(picture, 0.6f))),
    HALVED("half as large", picture -> resized(picture, 2)),
    THUMBNAIL("WebP, 128 px", picture -> decode(ImageEncoding.thumbnail(picture, 128))),
    DARKER("a fifth darker", NearCopy.DARKER::of),
    CROPPED("2 % off each side", picture -> cropped(picture, 0.02)),
    CROPPED_MORE("5 % off each side", picture -> cropped(picture, 0.05)),
    GRAY("grey", Alteration::gray),
    MIRRORED("mirrored", Orientation.MIRROR_HORIZONTALLY::apply);

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // they compute and keep nothing
    private final UnaryOperator<RgbImage> change;

    Alteration(String text, UnaryOperator<RgbImage> change) {
        this.text = text;
        this.change = change;
    }

    String text() {
        return text;
    }

    RgbImage of(RgbImage picture) {
        return change.apply(picture);
    }

    private static RgbImage decode(byte[] file) {
        return ImageFiles.read("copy", file, ImageLimits.DEFAULT);
    }

    private static RgbImage resized(RgbImage picture, int divisor) {
        return Resampler.resize(picture, picture.height() / divisor, picture.width() / divisor, Resampling.BICUBIC);
    }

    private static RgbImage cropped(RgbImage picture, double share) {
        int top = (int) (picture.height() * share);
        int left = (int) (picture.width() * share);
        return picture.part(top, left, picture.height() - 2 * top, picture.width() - 2 * left);
    }

    private static RgbImage gray(RgbImage picture) {
        byte[] luma = GrayImage.of(picture).pixels();
        byte[] pixels = new byte[3 * luma.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = luma[i / 3];
        }
        return RgbImage.wrap(picture.height(), picture.width(), pixels);
    }
}
