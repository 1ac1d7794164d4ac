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
    private static final int LONGEST_ASPECT = 8;

    RgbImage frame(RgbImage image) {
        return switch (framing) {
            case SQUASH -> Resampler.resize(image, size.height(), size.width(), resampling);
            case CENTRE_CROP -> centreCrop(image);
            case LETTERBOX -> letterbox(image);
        };
    }

    /** 8/7 is the 256 : 224 of ImageNet's evaluation, at any size. */
    private RgbImage centreCrop(RgbImage wholeImage) {
        RgbImage image = withoutFarEnds(wholeImage);
        double scale = Math.max((double) size.height() / image.height(), (double) size.width() / image.width()) * 8 / 7;
        int height = Math.max(size.height(), (int) Math.round(image.height() * scale));
        int width = Math.max(size.width(), (int) Math.round(image.width() * scale));
        RgbImage resized = Resampler.resize(image, height, width, resampling);
        return centre(resized, size.height(), size.width());
    }

    /** Scaling up a strip of one pixel's height would take gigabytes; what lies so far out is cut away in any case. */
    private static RgbImage withoutFarEnds(RgbImage image) {
        long limit = (long) LONGEST_ASPECT * Math.min(image.height(), image.width());
        return centre(image, (int) Math.min(image.height(), limit), (int) Math.min(image.width(), limit));
    }

    private static RgbImage centre(RgbImage image, int height, int width) {
        byte[] pixels = new byte[3 * height * width];
        int top = (image.height() - height) / 2;
        int left = (image.width() - width) / 2;
        for (int row = 0; row < height; row++) {
            int from = 3 * ((top + row) * image.width() + left);
            System.arraycopy(image.pixels(), from, pixels, 3 * row * width, 3 * width);
        }
        return RgbImage.wrap(height, width, pixels);
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

    /**
     * Where a box of the framed picture lies in the picture itself.
     *
     * @throws IllegalArgumentException for a centre crop, which does not show the whole picture
     */
    BoundingBox toPicture(BoundingBox framed, RgbImage image) {
        InputSize shown = switch (framing) {
            case SQUASH -> size;
            case LETTERBOX -> fittedSize(image);
            case CENTRE_CROP -> throw new IllegalArgumentException("A centre crop shows a part of the picture");
        };
        return framed.stretched((double) image.height() / shown.height(), (double) image.width() / shown.width());
    }
}
