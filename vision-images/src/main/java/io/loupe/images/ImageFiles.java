package io.loupe.images;

import io.loupe.images.UnreadableImageException.Reason;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads picture files: bytes to upright 8-bit RGB, for everything that looks at pictures.
 *
 * <p>The type is told by the bytes, and size, pixels and sides are held against {@link ImageLimits} before a decoder
 * takes memory. Orientation tags are applied. Grey is repeated, transparency shows white, wider samples are scaled to 8
 * bits, inks become light by Pillow's formula. Colour profiles are <em>not</em> applied: the numbers in the file are
 * taken as sRGB, as the training of all usual networks does. Of several frames or pages the first is read.
 *
 * <p>Stateless; safe for many threads. Every method throws {@link UnreadableImageException}, and nothing else, for a
 * file that gives no picture.
 */
public final class ImageFiles {
    private ImageFiles() {}

    /** Reads a picture within {@link ImageLimits#DEFAULT}. */
    public static RgbImage read(Path file) {
        return read(file, ImageLimits.DEFAULT);
    }

    /** Reads a picture within the given limits. */
    public static RgbImage read(Path file, ImageLimits limits) {
        return toRgb(parse(load(file, limits), limits));
    }

    /**
     * Reads a picture from memory.
     *
     * @param name what to call it in messages
     * @param bytes the whole file; not kept
     */
    public static RgbImage read(String name, byte[] bytes, ImageLimits limits) {
        return toRgb(parse(checked(new ImageBytes(name, bytes), limits), limits));
    }

    /** What a file says about itself; its pixels may still turn out to be damaged. */
    public static ImageHeader probe(Path file) {
        return parse(load(file, ImageLimits.DEFAULT), ImageLimits.DEFAULT).header();
    }

    /** What a file in memory says about itself, if it is within the limits. */
    public static ImageHeader probe(String name, byte[] bytes, ImageLimits limits) {
        return parse(checked(new ImageBytes(name, bytes), limits), limits).header();
    }

    /**
     * Reads the ground truth of a defect: a pixel is set where the file is not black (masks with 1 or with 255 for a
     * defect both work). In a JPEG, where black is never clean, set means above 127.
     */
    public static BinaryMask readMask(Path file) {
        return toMask(parse(load(file, ImageLimits.DEFAULT), ImageLimits.DEFAULT));
    }

    /** As {@link #readMask(Path)} from memory, within the given limits. */
    public static BinaryMask readMask(String name, byte[] bytes, ImageLimits limits) {
        return toMask(parse(checked(new ImageBytes(name, bytes), limits), limits));
    }

    private static BinaryMask toMask(EncodedImage image) {
        int darkest = image.header().format() == ImageFormat.JPEG ? 127 : 0;
        return MaskPixels.from(image.decode(), darkest, image.header().orientation());
    }

    /** The pictures of a folder by their names' endings, sorted; without hidden files and without what is below. */
    public static List<Path> list(Path folder) {
        return ImageFolder.list(folder, 1);
    }

    /** The pictures of a folder and of all folders below it, as {@link #list} finds them. */
    public static List<Path> listRecursively(Path folder) {
        return ImageFolder.list(folder, Integer.MAX_VALUE);
    }

    private static RgbImage toRgb(EncodedImage image) {
        return image.header().orientation().apply(RgbPixels.from(image.decode()));
    }

    private static ImageBytes load(Path file, ImageLimits limits) {
        try (InputStream input = Files.newInputStream(file)) {
            // One byte more than allowed tells a file that is too large, however it grows while it is read.
            byte[] bytes = input.readNBytes((int) Math.min(limits.maxBytes() + 1, Integer.MAX_VALUE - 8));
            return checked(new ImageBytes(file.toString(), bytes), limits);
        } catch (IOException e) {
            throw new UnreadableImageException(Reason.IO, file.toString(), "cannot be read (" + e + ")", e);
        }
    }

    private static ImageBytes checked(ImageBytes bytes, ImageLimits limits) {
        if (bytes.length() == 0) {
            throw bytes.empty();
        }
        if (bytes.length() > limits.maxBytes()) {
            throw bytes.tooLarge("has more than the allowed %d bytes".formatted(limits.maxBytes()));
        }
        return bytes;
    }

    private static EncodedImage parse(ImageBytes bytes, ImageLimits limits) {
        EncodedImage image = FormatDetector.parse(bytes);
        int height = image.header().height();
        int width = image.header().width();
        if (height < 1 || width < 1) {
            throw bytes.damaged("is damaged: it claims to be %d x %d (height x width)".formatted(height, width));
        }
        if (height > limits.maxSide() || width > limits.maxSide() || (long) height * width > limits.maxPixels()) {
            throw bytes.tooLarge("is %d x %d (height x width); allowed are %d pixels and sides up to %d"
                    .formatted(height, width, limits.maxPixels(), limits.maxSide()));
        }
        return image;
    }
}
