package io.loupe.vision;

import io.loupe.vision.Correction.Kind;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.method.PatchExcerpt;
import io.loupe.vision.method.PatchExcerpt.TapExcerpt;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.neighbors.RowMatrix;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A correction as the bytes of a model file, little-endian, without gaps:
 *
 * <ul>
 *   <li>byte: 0 normal, 1 defect
 *   <li>int32, bytes: the length of the picture's name and the name, UTF-8
 *   <li>int32 x 5: height and width of the picture, height, width and bytes of its thumbnail
 *   <li>the thumbnail, as {@link PictureBytes}
 *   <li>float64 x 2: the picture's score and the highest value of its map, before any correction
 *   <li>int32: how many taps; for each int32 patches, int32 dimension, int32 for each patch which one it is, float32
 *       values, shape [patches, dimension]
 * </ul>
 */
final class CorrectionBytes {
    private static final int LONGEST_NAME = 4096;
    private static final int LARGEST_THUMBNAIL_SIDE = 1024;
    private static final int MOST_TAPS = 64;

    private CorrectionBytes() {}

    static byte[] of(Correction correction) {
        byte[] name = correction.name().getBytes(StandardCharsets.UTF_8);
        PackedPicture thumbnail = correction.picture().thumbnail();
        List<TapExcerpt> taps = correction.patches().taps();
        int tapBytes = taps.stream()
                .mapToInt(tap -> 8 + 4 * tap.patches().size() + 4 * tap.values().values().length)
                .reduce(0, Math::addExact);
        ByteBuffer bytes = ByteBuffer.allocate(
                        Math.addExact(1 + 4 + name.length + 20 + thumbnail.bytes().length + 16 + 4, tapBytes))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(codeOf(correction.kind())).putInt(name.length).put(name);
        bytes.putInt(correction.picture().height()).putInt(correction.picture().width());
        bytes.putInt(thumbnail.height()).putInt(thumbnail.width());
        bytes.putInt(thumbnail.bytes().length).put(thumbnail.bytes());
        bytes.putDouble(correction.score()).putDouble(correction.mapMaximum()).putInt(taps.size());
        for (TapExcerpt tap : taps) {
            bytes.putInt(tap.patches().size()).putInt(tap.values().dimension());
            tap.patches().forEach(bytes::putInt);
            bytes.asFloatBuffer().put(tap.values().values());
            bytes.position(bytes.position() + 4 * tap.values().values().length);
        }
        return bytes.array();
    }

    /** @throws UnreadableModelException naming the file, if the bytes are no correction */
    static Correction read(byte[] bytes, Path file) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            Kind kind = kindOf(in.get());
            byte[] name = new byte[within(in.getInt(), 0, LONGEST_NAME)];
            in.get(name);
            InputSize size = new InputSize(in.getInt(), in.getInt());
            InputSize small = new InputSize(
                    within(in.getInt(), 1, LARGEST_THUMBNAIL_SIDE), within(in.getInt(), 1, LARGEST_THUMBNAIL_SIDE));
            byte[] thumbnail = new byte[within(in.getInt(), 1, in.remaining())];
            in.get(thumbnail);
            GoodPicture picture = new GoodPicture(
                    new String(name, StandardCharsets.UTF_8),
                    size.height(),
                    size.width(),
                    PackedPicture.wrap(small, thumbnail));
            double score = finite(in.getDouble());
            double mapMaximum = finite(in.getDouble());
            List<TapExcerpt> taps = new ArrayList<>();
            for (int left = within(in.getInt(), 1, MOST_TAPS); left > 0; left--) {
                taps.add(readTap(in));
            }
            within(in.remaining(), 0, 0);
            return new Correction(kind, picture, score, mapMaximum, new PatchExcerpt(taps));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new UnreadableModelException(
                    "Model %s holds a correction that makes no sense (%s). Copy the file again, or train and correct again."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static byte codeOf(Kind kind) {
        return switch (kind) {
            case NORMAL -> 0;
            case DEFECT -> 1;
        };
    }

    private static Kind kindOf(byte code) {
        return within(code, 0, 1) == 0 ? Kind.NORMAL : Kind.DEFECT;
    }

    private static TapExcerpt readTap(ByteBuffer in) {
        int count = in.getInt();
        int dimension = in.getInt();
        // Both are checked against what is there before any room is made for them.
        within(dimension, 1, Integer.MAX_VALUE / 8);
        within(count, 0, in.remaining() / (4 + 4 * dimension));
        List<Integer> patches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            patches.add(in.getInt());
        }
        float[] values = new float[count * dimension];
        in.asFloatBuffer().get(values);
        in.position(in.position() + 4 * values.length);
        RowMatrix rows = RowMatrix.wrap(count, dimension, values);
        rows.requireMeasurable("Correction");
        return new TapExcerpt(patches, rows);
    }

    private static int within(int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("a number is %d, expected %d to %d".formatted(value, least, most));
        }
        return value;
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a score is " + value);
        }
        return value;
    }
}
