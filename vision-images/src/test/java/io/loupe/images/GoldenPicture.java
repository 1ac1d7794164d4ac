package io.loupe.images;

import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** One tiny picture file of the golden folder with the pixels that it must give, a tolerance for each sample. */
record GoldenPicture(String file, int tolerance, RgbImage expected) {
    static List<GoldenPicture> all() {
        return new String(resource("expected.tsv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(GoldenPicture::parse)
                .toList();
    }

    private static GoldenPicture parse(String line) {
        String[] cells = line.split("\t", -1);
        int width = Integer.parseInt(cells[1]);
        int height = Integer.parseInt(cells[2]);
        RgbImage expected = RgbImage.wrap(height, width, HexFormat.of().parseHex(cells[4]));
        return new GoldenPicture(cells[0], Integer.parseInt(cells[3]), expected);
    }

    /** The file's content; a new array each time. */
    byte[] bytes() {
        return resource(file);
    }

    private static byte[] resource(String name) {
        String path = "/golden/images/" + name;
        try (InputStream input = Objects.requireNonNull(GoldenPicture.class.getResourceAsStream(path), path)) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
