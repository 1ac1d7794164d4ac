package io.loupe.vision;

import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.modelfile.UnreadableModelException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Pictures inside a model file.
 *
 * <ul>
 *   <li>{@code good-sizes} (ints): per good picture height, width, thumbnail height, thumbnail width, thumbnail bytes
 *   <li>{@code good-names} (bytes): the names in UTF-8, a zero byte after each
 *   <li>{@code good-thumbnails} (bytes): one after the other the thumbnails, each as {@link PictureBytes}
 *   <li>{@code self-test} (facts): per self-test {@code feature-norm-N} and {@code score-N}, N from 1
 *   <li>{@code self-test-pixels} (bytes): their prepared pictures, as {@link PictureBytes}
 * </ul>
 */
final class PictureSections {
    private static final int SIZES_PER_PICTURE = 5;

    /** Larger than any that Loupe writes, and small enough to be unpacked without a thought. */
    private static final int LARGEST_THUMBNAIL_SIDE = 1024;

    private PictureSections() {}

    static void writeGoodPictures(List<GoodPicture> pictures, SectionWriter sections) {
        int[] sizes = new int[SIZES_PER_PICTURE * pictures.size()];
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        ByteArrayOutputStream thumbnails = new ByteArrayOutputStream();
        for (int i = 0; i < pictures.size(); i++) {
            GoodPicture picture = pictures.get(i);
            sizes[SIZES_PER_PICTURE * i] = picture.height();
            sizes[SIZES_PER_PICTURE * i + 1] = picture.width();
            sizes[SIZES_PER_PICTURE * i + 2] = picture.thumbnail().height();
            sizes[SIZES_PER_PICTURE * i + 3] = picture.thumbnail().width();
            sizes[SIZES_PER_PICTURE * i + 4] = picture.thumbnail().bytes().length;
            thumbnails.writeBytes(picture.thumbnail().bytes());
            names.writeBytes(picture.name().getBytes(StandardCharsets.UTF_8));
            names.write(0);
        }
        sections.putInts("good-sizes", sizes);
        sections.putBytes("good-names", names.toByteArray());
        sections.putBytes("good-thumbnails", thumbnails.toByteArray());
    }

    static List<GoodPicture> readGoodPictures(Path file, SectionReader sections) {
        int[] sizes = sections.ints("good-sizes");
        String[] names = new String(sections.bytes("good-names"), StandardCharsets.UTF_8).split("\0", -1);
        int count = names.length - 1; // the last name, too, has a zero byte after it
        if (count < 1 || sizes.length != SIZES_PER_PICTURE * count) {
            throw damaged(file, "good-sizes", null);
        }
        byte[] thumbnails = sections.bytes("good-thumbnails");
        int used = 0;
        List<GoodPicture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            InputSize size = sizeOf(file, sizes[SIZES_PER_PICTURE * i], sizes[SIZES_PER_PICTURE * i + 1]);
            InputSize small = sizeOf(file, sizes[SIZES_PER_PICTURE * i + 2], sizes[SIZES_PER_PICTURE * i + 3]);
            int length = sizes[SIZES_PER_PICTURE * i + 4];
            if (Math.max(small.height(), small.width()) > LARGEST_THUMBNAIL_SIDE
                    || length < 1
                    || length > thumbnails.length - used) {
                throw damaged(file, "good-thumbnails", null);
            }
            byte[] bytes = Arrays.copyOfRange(thumbnails, used, used + length);
            used += length;
            pictures.add(new GoodPicture(names[i], size.height(), size.width(), PackedPicture.wrap(small, bytes)));
        }
        return pictures;
    }

    static void writeSelfTests(List<SelfTest> tests, SectionWriter sections) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("count", Integer.toString(tests.size()));
        for (int i = 0; i < tests.size(); i++) {
            facts.put("feature-norm-" + (i + 1), Double.toString(tests.get(i).featureNorm()));
            facts.put("score-" + (i + 1), Double.toString(tests.get(i).score()));
        }
        sections.putFacts("self-test", facts);
        sections.putBytes(
                "self-test-pixels",
                PictureBytes.of(tests.stream().map(SelfTest::prepared).toList()));
    }

    static List<SelfTest> readSelfTests(Path file, SectionReader sections, InputSize size) {
        SectionFacts facts = SectionFacts.read(sections, "self-test");
        int count = facts.number("count", 0);
        List<InputSize> sizes = Collections.nCopies(count, size);
        List<RgbImage> pictures = pictures(file, "self-test-pixels", sections, sizes);
        List<SelfTest> tests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tests.add(new SelfTest(
                    pictures.get(i), facts.decimal("feature-norm-" + (i + 1)), facts.decimal("score-" + (i + 1))));
        }
        return tests;
    }

    private static List<RgbImage> pictures(Path file, String section, SectionReader sections, List<InputSize> sizes) {
        try {
            return PictureBytes.read(sections.bytes(section), sizes);
        } catch (DataFormatException | ArithmeticException e) {
            throw damaged(file, section, e);
        }
    }

    private static InputSize sizeOf(Path file, int height, int width) {
        try {
            return new InputSize(height, width);
        } catch (IllegalArgumentException e) {
            throw damaged(file, "good-sizes", e);
        }
    }

    private static UnreadableModelException damaged(Path file, String section, @Nullable Exception cause) {
        String message =
                "Model %s: section '%s' does not hold the pictures it should. Copy the file again, or train again."
                        .formatted(file, section);
        return cause == null ? new UnreadableModelException(message) : new UnreadableModelException(message, cause);
    }
}
