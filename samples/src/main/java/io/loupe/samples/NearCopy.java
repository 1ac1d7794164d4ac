package io.loupe.samples;

import io.loupe.vision.image.Orientation;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import java.util.Locale;

/** What happens to a picture on its way through chats, editors and backups: the same to an eye, other bytes. */
public enum NearCopy {
    /** The same pixels, in another file format. */
    CONVERTED {
        @Override
        public RgbImage of(RgbImage picture) {
            return picture;
        }
    },
    /** Two thirds as large. */
    SMALLER {
        @Override
        public RgbImage of(RgbImage picture) {
            return Resampler.resize(picture, picture.height() * 2 / 3, picture.width() * 2 / 3, Resampling.BILINEAR);
        }
    },
    /** Four fifths as bright. */
    DARKER {
        @Override
        public RgbImage of(RgbImage picture) {
            byte[] pixels = picture.pixels().clone();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) ((pixels[i] & 0xff) * 4 / 5);
            }
            return RgbImage.wrap(picture.height(), picture.width(), pixels);
        }
    },
    /** Without a sixteenth of each side. */
    CROPPED {
        @Override
        public RgbImage of(RgbImage picture) {
            int top = picture.height() / 16;
            int left = picture.width() / 16;
            return picture.part(top, left, picture.height() - 2 * top, picture.width() - 2 * left);
        }
    },
    /** Turned clockwise by a quarter. */
    TURNED {
        @Override
        public RgbImage of(RgbImage picture) {
            return Orientation.ROTATE_90.apply(picture);
        }
    };

    /** What becomes of a picture. */
    public abstract RgbImage of(RgbImage picture);

    /** As it stands in file names and tags. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
