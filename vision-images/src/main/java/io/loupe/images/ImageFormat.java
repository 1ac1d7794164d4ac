package io.loupe.images;

import java.util.Locale;

/** The picture formats that Loupe reads, told apart by their bytes and never by a file's name. */
public enum ImageFormat {
    JPEG,
    PNG,
    WEBP,
    TIFF,
    BMP,
    GIF;

    /** What a file of this format is called in HTTP: {@code image/png}. */
    public String mediaType() {
        return "image/" + name().toLowerCase(Locale.ROOT);
    }
}
