package io.loupe.e2e;

import com.microsoft.playwright.options.FilePayload;
import io.loupe.images.ImageEncoding;
import io.loupe.samples.DefectKind;
import io.loupe.samples.Product;
import io.loupe.samples.Samples;
import io.loupe.vision.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Brackets that never were, as files: good ones, and ones with a piece missing. */
final class MadeParts {
    private static final long FIRST_DEFECT = 1_000;
    private static final long FIRST_ON_THE_LINE = 2_000;

    private MadeParts() {}

    static List<FilePayload> good(int count) {
        return LongStream.range(0, count)
                .mapToObj(seed -> file("good-%02d.png".formatted(seed), Samples.good(Product.BRACKET, seed)))
                .toList();
    }

    /** No two of them alike, and none of a part that is among the good ones. */
    static List<FilePayload> defective(int count) {
        return LongStream.range(0, count)
                .mapToObj(number -> file(
                        "missing-%02d.png".formatted(number),
                        Samples.defective(Product.BRACKET, DefectKind.MISSING_PIECE, FIRST_DEFECT + number)
                                .image()))
                .toList();
    }

    /** Where the pieces are missing, as files that are called after the first so many of {@link #defective}. */
    static List<FilePayload> masks(int count) {
        return LongStream.range(0, count)
                .mapToObj(number -> new FilePayload(
                        "missing-%02d_mask.png".formatted(number),
                        "image/png",
                        ImageEncoding.png(
                                Samples.defective(Product.BRACKET, DefectKind.MISSING_PIECE, FIRST_DEFECT + number)
                                        .mask())))
                .toList();
    }

    /** A file that is called as a picture and is none. */
    static FilePayload broken() {
        return new FilePayload("broken.png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8));
    }

    /** What comes down a line: a defect, then some that are good, and so on. None of them was in {@link #good}. */
    static List<FilePayload> line(int count) {
        return LongStream.range(FIRST_ON_THE_LINE, FIRST_ON_THE_LINE + count)
                .mapToObj(seed -> file(
                        "part-%d.png".formatted(seed),
                        (seed - FIRST_ON_THE_LINE) % 3 == 0
                                ? Samples.defective(Product.BRACKET, DefectKind.SCRATCH, seed)
                                        .image()
                                : Samples.good(Product.BRACKET, seed)))
                .toList();
    }

    /** These files in one. */
    static FilePayload zip(List<FilePayload> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (FilePayload file : files) {
                zip.putNextEntry(new ZipEntry(file.name));
                zip.write(file.buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload("parts.zip", "application/zip", bytes.toByteArray());
    }

    private static FilePayload file(String name, RgbImage picture) {
        return new FilePayload(name, "image/png", ImageEncoding.png(picture));
    }
}
