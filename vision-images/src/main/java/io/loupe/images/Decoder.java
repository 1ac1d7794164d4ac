package io.loupe.images;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one chosen reader over cleaned bytes and turns whatever it throws into the documented exception.
 *
 * <p>Readers are chosen by class and not by the order of ImageIO's registry, which depends on the class path. A warning
 * that pixels are missing or wrong counts as damage: a picture half grey must not pass for whole.
 */
final class Decoder {
    static {
        // Some readers open streams of their own; none may write pictures to the temporary folder.
        ImageIO.setUseCache(false);
    }

    private final ImageReader reader;
    private final ImageBytes file;
    private @Nullable String damage;

    Decoder(ImageReader reader, ImageBytes file) {
        this.reader = reader;
        this.file = file;
        reader.addIIOReadWarningListener((IIOReadWarningListener) this::onWarning);
    }

    /** The JDK's own reader of this format; its classes are not exported, so it is found by its vendor. */
    static Decoder jdk(String format, ImageBytes file) {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return new Decoder(reader, file);
            }
        }
        throw new IllegalStateException(
                "This Java runtime has no %s reader; use a full JDK with java.desktop".formatted(format));
    }

    private void onWarning(ImageReader source, String warning) {
        String lower = warning.toLowerCase(Locale.ROOT);
        boolean harmless = lower.contains("extraneous bytes before marker");
        if (!harmless && (lower.contains("premature") || lower.contains("corrupt") || lower.contains("truncated"))) {
            damage = warning;
        }
    }

    BufferedImage decode(byte[] bytes) {
        return run(bytes, () -> reader.read(0, reader.getDefaultReadParam()));
    }

    /** The components as stored, without any colour conversion. */
    Raster decodeRaster(byte[] bytes) {
        return run(bytes, () -> reader.readRaster(0, new ImageReadParam()));
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T run(byte[] bytes, Step<T> step) {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            T result = step.run();
            if (damage != null) {
                throw file.damaged("is damaged (" + damage + ")");
            }
            return result;
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Readers answer malformed bytes with anything from NegativeArraySize to ClassCast exceptions.
            throw file.damaged(e);
        } catch (OutOfMemoryError e) {
            throw file.tooLarge(e);
        } finally {
            reader.dispose();
        }
    }
}
