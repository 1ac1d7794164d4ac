package io.loupe.images;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The first frame of a GIF file on its logical screen, decoded by the JDK's reader from a file of that frame alone.
 * Screen not covered by the frame is transparent; a frame that hangs over the screen enlarges it, as in Pillow.
 */
final class GifFile implements EncodedImage {
    private static final int SCREEN_BYTES = 13;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int GRAPHIC_CONTROL = 0xf9;

    private final ImageBytes bytes;
    private final int frame;
    private final @Nullable Integer graphicControl;

    private GifFile(ImageBytes bytes, int frame, @Nullable Integer graphicControl) {
        this.bytes = bytes;
        this.frame = frame;
        this.graphicControl = graphicControl;
    }

    static GifFile parse(ImageBytes bytes) {
        int at = SCREEN_BYTES + paletteBytes(bytes.unsignedByte(10));
        Integer graphicControl = null;
        while (true) {
            int block = bytes.unsignedByte(at);
            switch (block) {
                case EXTENSION -> {
                    if (bytes.unsignedByte(at + 1L) == GRAPHIC_CONTROL) {
                        graphicControl = at;
                    }
                    at = endOfBlocks(bytes, at + 2);
                }
                case FRAME -> {
                    return new GifFile(bytes, at, graphicControl);
                }
                default ->
                    throw bytes.damaged(
                            block == TRAILER
                                    ? "is damaged: the GIF holds no frame"
                                    : "is damaged: unknown GIF block " + block);
            }
        }
    }

    private static int paletteBytes(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** Where a chain of length-prefixed blocks ends. */
    private static int endOfBlocks(ImageBytes bytes, int at) {
        int next = at;
        while (bytes.unsignedByte(next) != 0) {
            next += 1 + bytes.unsignedByte(next);
        }
        return next + 1;
    }

    @Override
    public ImageHeader header() {
        Rectangle screen = screen();
        return new ImageHeader(ImageFormat.GIF, screen.height, screen.width, Exif.NONE);
    }

    private Rectangle screen() {
        return new Rectangle(shortAt(6), shortAt(8)).union(placed());
    }

    private Rectangle placed() {
        return new Rectangle(shortAt(frame + 1), shortAt(frame + 3), shortAt(frame + 5), shortAt(frame + 7));
    }

    @Override
    public BufferedImage decode() {
        BufferedImage image = Decoder.jdk("gif", bytes).decode(firstFrame());
        return placed().equals(screen()) ? image : Canvas.place(image, placed(), screen());
    }

    private int shortAt(int at) {
        return bytes.unsignedShort(at, ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] firstFrame() {
        byte[] array = bytes.array();
        int data = frame + 10 + paletteBytes(bytes.unsignedByte(frame + 9L));
        int end = endOfBlocks(bytes, data + 1);
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.write(array, 0, SCREEN_BYTES + paletteBytes(bytes.unsignedByte(10)));
        if (graphicControl != null) {
            gif.write(array, graphicControl, endOfBlocks(bytes, graphicControl + 2) - graphicControl);
        }
        gif.write(array, frame, end - frame);
        gif.write(TRAILER);
        return gif.toByteArray();
    }
}
