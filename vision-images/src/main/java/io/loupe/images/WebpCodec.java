package io.loupe.images;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import com.luciad.imageio.webp.internal.NativeLoader;
import java.awt.image.BufferedImage;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;

/**
 * Picks the WebP decoder: libwebp through JNI where its library loads (measured 25 to 45 times as fast), TwelveMonkeys'
 * pure Java reader elsewhere. Only libwebp writes.
 */
final class WebpCodec {
    private static final boolean IS_NATIVE = loadLibrary();

    private WebpCodec() {}

    private static boolean loadLibrary() {
        try {
            return NativeLoader.initialize();
        } catch (Exception | LinkageError _) {
            // The library's Kotlin code throws checked exceptions that it does not declare.
            return false;
        }
    }

    static BufferedImage decode(byte[] webp, ImageBytes file) {
        return new Decoder(IS_NATIVE ? nativeReader() : javaReader(), file).decode(webp);
    }

    static ImageReader nativeReader() {
        return new WebPImageReaderSpi().createReaderInstance(null);
    }

    static ImageReader javaReader() {
        return new com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi().createReaderInstance(null);
    }

    static boolean canWrite() {
        return IS_NATIVE;
    }

    /** @param quality 0..1, as in other lossy formats */
    static byte[] encode(BufferedImage image, float quality) {
        WebPWriteParam settings = new WebPWriteParam(Locale.ROOT);
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionType(CompressionType.Lossy);
        settings.setCompressionQuality(quality);
        return ImageEncoding.encode(new WebPImageWriterSpi().createWriterInstance(null), settings, image);
    }
}
