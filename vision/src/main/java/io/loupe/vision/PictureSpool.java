package io.loupe.vision;

import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * Prepared pictures of one size in a temporary file, so that a training can read them as often as it likes and its
 * memory does not grow with their number. As a list it is read-only and safe to read from many threads.
 */
final class PictureSpool extends AbstractList<RgbImage> implements AutoCloseable {
    private final InputSize size;
    private final FileChannel file;
    /** Which of the pictures, as they were appended, is read at each index. */
    private final List<Integer> order = new ArrayList<>();

    PictureSpool(InputSize size) {
        this.size = size;
        try {
            Path path = Files.createTempFile("loupe-training", ".rgb");
            this.file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("Unable to make a temporary file for the training pictures", e);
        }
    }

    private int bytesPerPicture() {
        return 3 * size.height() * size.width();
    }

    void append(RgbImage picture) {
        if (picture.height() != size.height() || picture.width() != size.width()) {
            throw new IllegalArgumentException("Expected a picture of %s, got %s".formatted(size, picture));
        }
        ByteBuffer bytes = ByteBuffer.wrap(picture.pixels());
        long position = (long) order.size() * bytesPerPicture();
        try {
            while (bytes.hasRemaining()) {
                position += file.write(bytes, position);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Unable to keep a training picture in the temporary folder; is it full?", e);
        }
        order.add(order.size());
    }

    /** From now on the pictures are read in another order: at each index the one that is now at {@code indices}. */
    void arrange(List<Integer> indices) {
        List<Integer> arranged = indices.stream().map(order::get).toList();
        order.clear();
        order.addAll(arranged);
    }

    @Override
    public RgbImage get(int index) {
        if (index < 0 || index >= order.size()) {
            throw new IndexOutOfBoundsException("Picture %d of %d".formatted(index, order.size()));
        }
        ByteBuffer bytes = ByteBuffer.allocate(bytesPerPicture());
        long position = (long) order.get(index) * bytesPerPicture();
        try {
            while (bytes.hasRemaining()) {
                int read = file.read(bytes, position + bytes.position());
                if (read < 0) {
                    throw new IOException("the temporary file was cut short");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Unable to read back a training picture", e);
        }
        return RgbImage.wrap(size.height(), size.width(), bytes.array());
    }

    @Override
    public int size() {
        return order.size();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Unable to remove the temporary file of the training pictures", e);
        }
    }
}
