package io.loupe.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
    /** Two rows of three: a b c over d e f; expected as in the table of the EXIF standard. */
    @ParameterizedTest
    @CsvSource({
        "1, abc/def",
        "2, cba/fed",
        "3, fed/cba",
        "4, def/abc",
        "5, ad/be/cf",
        "6, da/eb/fc",
        "7, fc/eb/da",
        "8, cf/be/ad"
    })
    void turnsThePictureUpright(int tag, String expected) {
        RgbImage upright = Orientation.ofTag(tag).upright(picture("abc/def"));

        assertThat(upright).isEqualTo(picture(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "1, #../##.",
        "2, ..#/.##",
        "3, .##/..#",
        "4, ##./#..",
        "5, ##/.#/..",
        "6, ##/#./..",
        "7, ../#./##",
        "8, ../.#/##"
    })
    void turnsTheMaskInTheSameWay(int tag, String expected) {
        assertThat(Orientation.ofTag(tag).upright(mask("#../##."))).isEqualTo(mask(expected));
    }

    @Test
    void showsAPictureWithAnUnknownTagAsItIs() {
        assertThat(Orientation.ofTag(0)).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.ofTag(9)).isEqualTo(Orientation.UPRIGHT);
    }

    private static RgbImage picture(String text) {
        String letters = text.replace("/", "");
        byte[] pixels = new byte[3 * letters.length()];
        for (int i = 0; i < letters.length(); i++) {
            pixels[3 * i] = (byte) letters.charAt(i);
            pixels[3 * i + 2] = (byte) -letters.charAt(i);
        }
        return RgbImage.wrap(letters.length() / text.indexOf('/'), text.indexOf('/'), pixels);
    }

    private static BinaryMask mask(String text) {
        String letters = text.replace("/", "");
        boolean[] pixels = new boolean[letters.length()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = letters.charAt(i) == '#';
        }
        return BinaryMask.wrap(letters.length() / text.indexOf('/'), text.indexOf('/'), pixels);
    }
}
