package io.loupe.onnx;

import io.loupe.onnx.NetworkInput.Framing;
import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;

/** Brings pictures of any shape to a network's input, as the network was trained to see them. */
record PictureFraming(Framing framing, InputSize size, Resampling resampling) {
    private static final int LETTERBOX_GREY = 114;

    RgbImage frame(RgbImage image) {
        return switch (framing) {
            case SQUASH -> Resampler.resize(image, size.height(), size.width(), resampling);
            case LETTERBOX -> letterbox(image);
        };
    }

    private RgbImage letterbox(RgbImage image) {
        InputSize fitted = fittedSize(image);
        RgbImage resized = Resampler.resize(image, fitted.height(), fitted.width(), resampling);
        RgbImage framed = RgbImage.filled(size.height(), size.width(), LETTERBOX_GREY, LETTERBOX_GREY, LETTERBOX_GREY);
        int rowBytes = 3 * fitted.width();
        for (int row = 0; row < fitted.height(); row++) {
            System.arraycopy(resized.pixels(), row * rowBytes, framed.pixels(), 3 * row * size.width(), rowBytes);
        }
        return framed;
    }

    /** The largest size inside the input's that keeps the picture's proportions, to whole pixels. */
    private InputSize fittedSize(RgbImage image) {
        double scale = Math.min((double) size.height() / image.height(), (double) size.width() / image.width());
        return new InputSize(
                Math.clamp(Math.round(image.height() * scale), 1, size.height()),
                Math.clamp(Math.round(image.width() * scale), 1, size.width()));
    }

    /** Where a box of the framed picture lies in the picture itself. */
    BoundingBox toPicture(BoundingBox framed, RgbImage image) {
        InputSize shown = switch (framing) {
            case SQUASH -> size;
            case LETTERBOX -> fittedSize(image);
        };
        return framed.stretched((double) image.height() / shown.height(), (double) image.width() / shown.width());
    }
}
