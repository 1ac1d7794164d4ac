package io.loupe.images;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns pictures into the bytes of a file. Stateless; safe for many threads. */
public final class ImageEncoding {
    private static final float THUMBNAIL_QUALITY = 0.8f;

    private ImageEncoding() {}

    /** Lossless: reads back as the same pixels. */
    public static byte[] png(RgbImage image) {
        return png(toBufferedImage(image));
    }

    /** White where the mask is set, black elsewhere: a bit for each pixel. */
    public static byte[] png(BinaryMask mask) {
        BufferedImage image = new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_BYTE_BINARY);
        for (int row = 0; row < mask.height(); row++) {
            for (int column = 0; column < mask.width(); column++) {
                image.getRaster().setSample(column, row, 0, mask.at(row, column) ? 1 : 0);
            }
        }
        return png(image);
    }

    /** Lossless, in the form that is given: grey, indexed or with alpha. */
    public static byte[] png(BufferedImage image) {
        ImageWriter writer = jdkWriter("png");
        return encode(writer, writer.getDefaultWriteParam(), image);
    }

    /**
     * Smaller than PNG and slightly changed.
     *
     * @param quality 0..1; 0.9 and above shows no blocks
     */
    public static byte[] jpeg(RgbImage image, float quality) {
        ImageWriter writer = jdkWriter("jpeg");
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(quality);
        return encode(writer, settings, toBufferedImage(image));
    }

    /**
     * A small version for lists, never larger than the picture: WebP, or JPEG on a platform without libwebp. Which of
     * them it is, {@link ImageFiles#probe} tells.
     *
     * @param longestSide of the result, in pixels
     */
    public static byte[] thumbnail(RgbImage image, int longestSide) {
        if (longestSide < 1) {
            throw new IllegalArgumentException("A thumbnail needs a positive longest side, got " + longestSide);
        }
        double scale = Math.min(1, (double) longestSide / Math.max(image.height(), image.width()));
        int height = Math.toIntExact(Math.max(1, Math.round(image.height() * scale)));
        int width = Math.toIntExact(Math.max(1, Math.round(image.width() * scale)));
        RgbImage small = scale < 1 ? Resampler.resize(image, height, width, Resampling.BICUBIC) : image;
        return WebpCodec.canWrite()
                ? WebpCodec.encode(toBufferedImage(small), THUMBNAIL_QUALITY)
                : jpeg(small, THUMBNAIL_QUALITY);
    }

    private static BufferedImage toBufferedImage(RgbImage image) {
        BufferedImage buffered = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] to = ((DataBufferByte) buffered.getRaster().getDataBuffer()).getData();
        byte[] from = image.pixels();
        for (int i = 0; i < from.length; i += 3) {
            to[i] = from[i + 2];
            to[i + 1] = from[i + 1];
            to[i + 2] = from[i];
        }
        return buffered;
    }

    private static ImageWriter jdkWriter(String format) {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format); writers.hasNext(); ) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new IllegalStateException(
                "This Java runtime has no %s writer; use a full JDK with java.desktop".formatted(format));
    }

    static byte[] encode(ImageWriter writer, ImageWriteParam settings, BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("The %s picture could not be encoded".formatted(image), e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
