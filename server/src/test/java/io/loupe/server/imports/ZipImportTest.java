package io.loupe.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestPictures;
import io.loupe.server.TestZip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ZIP files as people send them, and as those who mean harm do. */
final class ZipImportTest {
    private final Api operator = Api.ofNewTenant();

    private static Map<String, byte[]> pictures(String... names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, TestPictures.png(files.size() + 100));
        }
        return files;
    }

    private Answer send(byte[] zip) {
        return operator.post(
                "/api/imports/zip", new Form().file("file", "pictures.zip", zip).text("tags", "zipped"));
    }

    private Imported importing(byte[] zip) {
        return Imported.of(operator, send(zip));
    }

    private void isRefused(byte[] zip, int status, String why) {
        Answer answer = send(zip);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.text("detail")).contains(why);
        assertThat(operator.get("/api/jobs").body().path("items")).isEmpty();
    }

    @Test
    void picturesInAZipAreImported() {
        Map<String, byte[]> files = pictures("b.png", "folder/a.png", "__MACOSX/folder/._a.png", "folder/.DS_Store");
        files.put("folder/", new byte[0]);
        Imported imported = importing(TestZip.of(files));
        assertThat(imported.state()).isEqualTo("succeeded");
        assertThat(imported.pictures()).containsExactly("a.png", "b.png");
        assertThat(operator.get("/api/tags")
                        .body()
                        .path("items")
                        .path(0)
                        .path("tag")
                        .asString())
                .isEqualTo("zipped");
    }

    @Test
    void namesOfOldZipsAreRead() {
        assertThat(importing(TestZip.of(pictures("Fläche.png"), Charset.forName("IBM437")))
                        .pictures())
                .containsExactly("Fläche.png");
    }

    @Test
    void aNameThatLeadsElsewhereIsANameLikeAnyOther() {
        Imported imported =
                importing(TestZip.of(pictures("x/../../../../evil.png", "/etc/absolute.png", "c:\\win\\dos.png")));
        assertThat(imported.pictures()).containsExactly("absolute.png", "dos.png", "evil.png");
    }

    @Test
    void aZipInAZipIsNotOpenedAndADamagedFileDoesNotStopTheOthers() {
        Map<String, byte[]> files = pictures("a.png", "b.png");
        files.put("inner.zip", TestZip.of(pictures("hidden.png")));
        byte[] zip = TestZip.of(files);
        int data = new String(zip, StandardCharsets.ISO_8859_1).indexOf("a.png") + "a.png".length();
        Arrays.fill(zip, data, data + 20, (byte) 0xff); // no kind of block that deflate knows
        Imported imported = importing(zip);
        assertThat(imported.state()).isEqualTo("succeeded");
        assertThat(imported.pictures()).containsExactly("b.png");
        assertThat(imported.failedItems()).containsExactlyInAnyOrder("a.png", "inner.zip");
        assertThat(imported.failures("error"))
                .anySatisfy(error -> assertThat(error).contains("'a.png' cannot be read"));
    }

    @Test
    void whatIsNoZipOrWasCutShortIsRefused() {
        byte[] zip = TestZip.of(pictures("a.png", "b.png"));
        isRefused(new byte[0], 422, "no ZIP that can be read");
        isRefused(TestPictures.png(1), 422, "no ZIP that can be read");
        isRefused(Arrays.copyOf(zip, zip.length - 30), 422, "cut short");
        isRefused(Arrays.copyOfRange(zip, 40, zip.length), 422, "no ZIP that can be read");
    }

    @Test
    void aZipWithoutFilesIsRefused() {
        isRefused(TestZip.of(Map.of()), 422, "holds no files");
        isRefused(TestZip.of(pictures("__MACOSX/._a.png")), 422, "holds no files");
    }

    @Test
    void aZipWithTooManyFilesIsRefusedBeforeItsListIsRead() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i <= 200; i++) {
            files.put(i + ".png", new byte[0]);
        }
        isRefused(TestZip.of(files), 413, "setting import.zip-entries");

        byte[] liar = TestZip.of(pictures("a.png"));
        ByteBuffer.wrap(liar).order(ByteOrder.LITTLE_ENDIAN).putInt(liar.length - 10, 0x7fff_ffff);
        isRefused(liar, 413, "in a list of 2,147,483,647 bytes");
    }

    @Test
    void aFileThatUnpacksToMoreThanAPictureMayHaveIsRefusedByItself() {
        Map<String, byte[]> files = pictures("good.png");
        files.put("bomb.png", new byte[12 << 20]);
        Imported imported = importing(TestZip.of(files));
        assertThat(imported.pictures()).containsExactly("good.png");
        assertThat(imported.failures("error").getFirst()).contains("bomb.png", "4194304");
    }

    @Test
    void aZipThatUnpacksToMoreThanIsAllowedEndsTheImport() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            files.put(i + ".png", new byte[4 << 20]);
        }
        Imported imported = importing(TestZip.of(files));
        assertThat(imported.state()).isEqualTo("failed");
        assertThat(imported.job().path("error").asString()).contains("setting import.zip-bytes");
    }
}
