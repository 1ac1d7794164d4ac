package io.loupe.images;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A WebP file, or the first frame of an animated one on its canvas. Decoders get a new file of the pixel chunks alone,
 * which makes an animation's frame a still picture and keeps profiles and metadata out.
 */
final class WebpFile implements EncodedImage {
    private static final int FRAME_HEADER = 16;
    private static final int ALPHA_FLAG = 0x10;

    /** Where a chunk's content begins, how long it is and what it is called. */
    private record Chunk(String name, int at, int length) {}

    private final ImageBytes bytes;
    private final Rectangle canvas;
    private final Rectangle frame;
    private final @Nullable Chunk alpha;
    private final Chunk pixels;
    private final Exif exif;

    private WebpFile(
            ImageBytes bytes, Rectangle canvas, Rectangle frame, @Nullable Chunk alpha, Chunk pixels, Exif exif) {
        this.bytes = bytes;
        this.canvas = canvas;
        this.frame = frame;
        this.alpha = alpha;
        this.pixels = pixels;
        this.exif = exif;
    }

    static WebpFile parse(ImageBytes bytes) {
        List<Chunk> chunks = chunks(bytes, 12, bytes.length());
        Chunk extended = find(chunks, "VP8X");
        Chunk animation = find(chunks, "ANMF");
        Chunk exif = find(chunks, "EXIF");
        List<Chunk> still = chunks;
        int x = 0;
        int y = 0;
        if (animation != null) {
            x = 2 * tripleAt(bytes, animation.at);
            y = 2 * tripleAt(bytes, animation.at + 3);
            still = chunks(bytes, animation.at + FRAME_HEADER, animation.at + animation.length);
        }
        Chunk lossless = find(still, "VP8L");
        Chunk pixels = lossless != null ? lossless : find(still, "VP8 ");
        if (pixels == null) {
            throw bytes.damaged("is damaged: the WebP holds no pixels");
        }
        Rectangle frame = lossless != null ? losslessSides(bytes, lossless) : lossySides(bytes, pixels);
        frame.setLocation(x, y);
        Rectangle canvas = frame;
        if (extended != null) {
            canvas = new Rectangle(1 + tripleAt(bytes, extended.at + 4), 1 + tripleAt(bytes, extended.at + 7));
        }
        if (!canvas.contains(frame)) {
            throw bytes.damaged("is damaged: its frame hangs over its canvas");
        }
        Chunk alpha = lossless != null ? null : find(still, "ALPH");
        return new WebpFile(
                bytes,
                canvas,
                frame,
                alpha,
                pixels,
                exif == null ? Exif.NONE : Exif.of(bytes, exif.at, exif.at + exif.length));
    }

    /** The chunks between two places; one cut short is left out, and missed where it is needed. */
    private static List<Chunk> chunks(ImageBytes bytes, int from, int to) {
        List<Chunk> chunks = new ArrayList<>();
        long at = from;
        while (at + 8 <= to) {
            String name = new String(bytes.array(), (int) at, 4, StandardCharsets.ISO_8859_1);
            long length = bytes.unsignedInt(at + 4, ByteOrder.LITTLE_ENDIAN);
            if (at + 8 + length > to) {
                break;
            }
            chunks.add(new Chunk(name, (int) at + 8, (int) length));
            at += 8 + length + (length & 1);
        }
        return chunks;
    }

    private static @Nullable Chunk find(List<Chunk> chunks, String name) {
        for (Chunk chunk : chunks) {
            if (chunk.name.equals(name)) {
                return chunk;
            }
        }
        return null;
    }

    private static int tripleAt(ImageBytes bytes, int at) {
        return bytes.unsignedShort(at, ByteOrder.LITTLE_ENDIAN) | (bytes.unsignedByte(at + 2L) << 16);
    }

    /** RFC 9649, section 3.4: 14 bits of width - 1, then 14 bits of height - 1. */
    private static Rectangle losslessSides(ImageBytes bytes, Chunk pixels) {
        long sides = bytes.unsignedInt(pixels.at + 1L, ByteOrder.LITTLE_ENDIAN);
        return new Rectangle(1 + (int) (sides & 0x3fff), 1 + (int) ((sides >> 14) & 0x3fff));
    }

    /** RFC 6386, section 9.1: after the frame tag and the start code, 14 bits each below two bits of scaling. */
    private static Rectangle lossySides(ImageBytes bytes, Chunk pixels) {
        int width = bytes.unsignedShort(pixels.at + 6L, ByteOrder.LITTLE_ENDIAN) & 0x3fff;
        int height = bytes.unsignedShort(pixels.at + 8L, ByteOrder.LITTLE_ENDIAN) & 0x3fff;
        return new Rectangle(width, height);
    }

    @Override
    public ImageHeader header() {
        return new ImageHeader(ImageFormat.WEBP, canvas.height, canvas.width, exif);
    }

    @Override
    public BufferedImage decode() {
        BufferedImage image = WebpCodec.decode(stillPicture(), bytes);
        return frame.equals(canvas) ? image : Canvas.place(image, frame, canvas);
    }

    private byte[] stillPicture() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (alpha != null) {
            byte[] extended = ByteBuffer.allocate(10)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(ALPHA_FLAG)
                    .putShort((short) (frame.width - 1))
                    .put((byte) 0)
                    .putShort((short) (frame.height - 1))
                    .put((byte) 0)
                    .array();
            write(content, "VP8X", extended, 0, extended.length);
            write(content, alpha.name, bytes.array(), alpha.at, alpha.length);
        }
        write(content, pixels.name, bytes.array(), pixels.at, pixels.length);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] body = content.toByteArray();
        file.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(littleEndian(body.length + 4));
        file.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(body);
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream to, String name, byte[] from, int at, int length) {
        to.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
        to.writeBytes(littleEndian(length));
        to.write(from, at, length);
        if ((length & 1) == 1) {
            to.write(0);
        }
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
