package io.loupe.vision.image;

/** The antialiased filters of {@link Resampler}, in Pillow's meaning of these names. */
public enum Resampling {
    BOX,
    BILINEAR,
    BICUBIC,
    LANCZOS
}
