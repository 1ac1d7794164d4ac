package io.loupe.onnx;

import io.loupe.onnx.NetworkInput.Framing;
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
        double scale = Math.min((double) size.height() / image.height(), (double) size.width() / image.width());
        int height = Math.clamp(Math.round(image.height() * scale), 1, size.height());
        int width = Math.clamp(Math.round(image.width() * scale), 1, size.width());
        RgbImage resized = Resampler.resize(image, height, width, resampling);
        RgbImage framed = RgbImage.filled(size.height(), size.width(), LETTERBOX_GREY, LETTERBOX_GREY, LETTERBOX_GREY);
        for (int row = 0; row < height; row++) {
            System.arraycopy(resized.pixels(), 3 * row * width, framed.pixels(), 3 * row * size.width(), 3 * width);
        }
        return framed;
    }
}
