package io.loupe.images;

/** The picture formats that Loupe reads, told apart by their bytes and never by a file's name. */
public enum ImageFormat {
    JPEG,
    PNG,
    WEBP,
    TIFF,
    BMP,
    GIF
}
