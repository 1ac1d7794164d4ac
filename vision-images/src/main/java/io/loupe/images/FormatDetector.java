package io.loupe.images;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tells a file's format by its first bytes, and names the usual formats that are refused. */
final class FormatDetector {
    /** A format that is refused by name: {@code magic} stands at byte {@code at}. */
    private record Refused(int at, String magic, String what) {}

    private static final List<Refused> REFUSED = List.of(
            new Refused(4, "ftypavif", "an AVIF picture"),
            new Refused(4, "ftypavis", "an AVIF sequence"),
            new Refused(4, "ftyphe", "a HEIC picture"),
            new Refused(4, "ftypmif1", "a HEIF picture (HEIC or AVIF)"),
            new Refused(4, "ftypmsf1", "a HEIF sequence (HEIC or AVIF)"),
            new Refused(4, "ftyp", "a film or a picture in a film container"),
            new Refused(4, "JXL ", "a JPEG XL picture"),
            new Refused(0, "\u00ff\n", "a JPEG XL picture"),
            new Refused(4, "jP  ", "a JPEG 2000 picture"),
            new Refused(0, "\u00ffO\u00ffQ", "a JPEG 2000 picture"),
            new Refused(0, "8BPS", "a Photoshop document"),
            new Refused(0, "%PDF", "a PDF document"),
            new Refused(0, "v/1\u0001", "an OpenEXR picture"),
            new Refused(0, "#?RADIANCE", "a Radiance HDR picture"),
            new Refused(0, "DDS ", "a DDS texture"),
            new Refused(0, "qoif", "a QOI picture"),
            new Refused(0, "\0\0\u0001\0", "a Windows icon"),
            new Refused(0, "PK\u0003\u0004", "a ZIP archive"));

    private static final int TEXT_SAMPLE = 1024;

    private FormatDetector() {}

    static EncodedImage parse(ImageBytes bytes) {
        return switch (detect(bytes)) {
            case JPEG -> JpegFile.parse(bytes);
            case PNG -> PngFile.parse(bytes);
            case WEBP -> WebpFile.parse(bytes);
            case TIFF -> TiffFile.parse(bytes);
            case BMP -> BmpFile.parse(bytes);
            case GIF -> GifFile.parse(bytes);
        };
    }

    static ImageFormat detect(ImageBytes bytes) {
        if (bytes.holds(0, "\u00ff\u00d8")) {
            return ImageFormat.JPEG;
        }
        if (bytes.holds(0, PngFile.SIGNATURE)) {
            return ImageFormat.PNG;
        }
        if (bytes.holds(0, "RIFF") && bytes.holds(8, "WEBP")) {
            return ImageFormat.WEBP;
        }
        if (bytes.holds(0, "II*\0") || bytes.holds(0, "MM\0*") || bytes.holds(0, "II+\0") || bytes.holds(0, "MM\0+")) {
            return ImageFormat.TIFF;
        }
        if (bytes.holds(0, "GIF87a") || bytes.holds(0, "GIF89a")) {
            return ImageFormat.GIF;
        }
        if (bytes.holds(0, "BM")) {
            return ImageFormat.BMP;
        }
        throw refusal(bytes);
    }

    private static UnreadableImageException refusal(ImageBytes bytes) {
        for (Refused refused : REFUSED) {
            if (bytes.holds(refused.at, refused.magic)) {
                return bytes.unsupported(refused.what);
            }
        }
        int sample = Math.min(bytes.length(), TEXT_SAMPLE);
        String text = new String(bytes.array(), 0, sample, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (text.contains("<svg")) {
            return bytes.unsupported("an SVG drawing");
        }
        if (text.contains("<html") || text.contains("<!doctype html")) {
            return bytes.unknown("is a web page, not a picture");
        }
        return bytes.unknown("is not a picture of a known format");
    }
}
