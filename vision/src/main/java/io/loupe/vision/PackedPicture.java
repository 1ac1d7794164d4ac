package io.loupe.vision;

import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.modelfile.UnreadableModelException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;

/** A small picture in a third of its memory, without loss; unpacked when somebody looks. Immutable. */
public final class PackedPicture {
    private final InputSize size;
    private final byte[] bytes;

    private PackedPicture(InputSize size, byte[] bytes) {
        this.size = size;
        this.bytes = bytes;
    }

    public static PackedPicture of(RgbImage image) {
        return new PackedPicture(new InputSize(image.height(), image.width()), PictureBytes.of(List.of(image)));
    }

    /** Takes over what {@link #bytes()} gave. */
    static PackedPicture wrap(InputSize size, byte[] bytes) {
        return new PackedPicture(size, bytes);
    }

    /** The live bytes, as {@link PictureBytes} has them; to be read, not written. */
    byte[] bytes() {
        return bytes;
    }

    public int height() {
        return size.height();
    }

    public int width() {
        return size.width();
    }

    /**
     * The picture itself, anew with each call. Takes a few milliseconds.
     *
     * @throws UnreadableModelException if it came from a model file and does not make sense
     */
    public RgbImage unpacked() {
        try {
            return PictureBytes.read(bytes, List.of(size)).getFirst();
        } catch (DataFormatException e) {
            throw new UnreadableModelException(
                    "A picture of %s that the model carries does not make sense: %s. Copy the file again, or train again."
                            .formatted(size, e.getMessage()),
                    e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedPicture that && size.equals(that.size) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * size.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PackedPicture[%s, %d bytes]".formatted(size, bytes.length);
    }
}
