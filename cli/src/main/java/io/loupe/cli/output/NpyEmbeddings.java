package io.loupe.cli.output;

import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.file.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A NumPy array, and beside it a text file with the pictures' names, one a line in the order of the rows.
 *
 * <p>Format 1.0 of the array [1]: the magic bytes, version 1.0, the length of the header as 16 bits, the header (a Python
 * dictionary in ASCII, filled up with spaces, with a line feed at its end), then the rows as little-endian float32. NumPy
 * fills up so that an array like these begins at byte 128, and so does this.
 *
 * <p>[1] https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
final class NpyEmbeddings implements EmbeddingFile {
    private static final int ARRAY_BEGIN = 128;
    private static final byte[] MAGIC_AND_VERSION = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    private final Path target;
    private final Spool names = new Spool();
    private final Spool rows = new Spool();
    private int rowCount;
    private int dimension;

    NpyEmbeddings(Path target) {
        this.target = target;
    }

    @Override
    public void add(String picture, ImageEmbedding embedding) {
        if (picture.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "A list of names cannot hold a line break or another control character, and a picture is called '%s': rename it, or write .jsonl."
                            .formatted(picture));
        }
        dimension = embedding.dimension();
        rowCount++;
        names.append((picture + "\n").getBytes(StandardCharsets.UTF_8));
        ByteBuffer row = ByteBuffer.allocate(Float.BYTES * dimension).order(ByteOrder.LITTLE_ENDIAN);
        row.asFloatBuffer().put(embedding.values());
        rows.append(row.array());
    }

    /** The names come first, so that where there is an array there are the names of its rows. */
    @Override
    public void finish() {
        AtomicFile.write(namesBeside(target), names::copyTo);
        AtomicFile.write(target, this::writeArray);
    }

    private static Path namesBeside(Path array) {
        return array.resolveSibling(array.getFileName().toString().replaceAll("\\.npy$", ".txt"));
    }

    private void writeArray(OutputStream out) throws IOException {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rowCount, dimension);
        int length = ARRAY_BEGIN - MAGIC_AND_VERSION.length - Short.BYTES;
        out.write(MAGIC_AND_VERSION);
        out.write(length); // low byte first; the high one is 0
        out.write(0);
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        out.write(" ".repeat(length - header.length() - 1).getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
        rows.copyTo(out);
    }

    @Override
    public void close() {
        try (names) {
            rows.close();
        }
    }
}
