package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.testkit.TestData;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {
    @TempDir
    Path temp;

    private ModelStore store;

    @BeforeEach
    void emptyStore() {
        store = ModelStore.at(temp.resolve("a").resolve("store"));
    }

    @Test
    void isEmptyBeforeItsFolderExists() {
        assertThat(store.list()).isEmpty();
        assertThat(store.show("tiny")).isEmpty();
    }

    @Test
    void keepsWhatIsImportedWithItsLicence() throws IOException {
        Path source = TinyNetwork.in(temp);
        Files.writeString(source.resolve("LICENSE"), "free");
        Files.writeString(source.resolve("diary.txt"), "private");

        store.importFolder(source);

        assertThat(store.list()).extracting(ModelDescription::id).containsExactly("tiny");
        Path kept = store.show("tiny").orElseThrow().path();
        assertThat(names(kept)).containsExactlyInAnyOrder("model.json", "model.onnx", "LICENSE");
        assertThat(kept.resolve("model.onnx")).hasSameBinaryContentAs(source.resolve("model.onnx"));
        assertThat(names(store.path())).containsExactly("tiny");
    }

    @Test
    void keepsTheLabelsOfADetector() throws IOException {
        store.importFolder(TinyDetector.centerNetIn(temp));

        assertThat(store.show("tiny").orElseThrow().readLabels()).containsExactly("red", "blue");
    }

    @Test
    void refusesADetectorWithoutLabels() throws IOException {
        Path source = TinyDetector.yoloxIn(temp);
        Files.writeString(source.resolve("labels.txt"), "red\n");

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> store.importFolder(source))
                .withMessageContainingAll("labels.txt has 1 lines", "2 kinds");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void importsTheSameNetworkTwiceWithoutHarm() throws IOException {
        Path source = TinyNetwork.in(temp);
        store.importFolder(source);

        assertThat(store.importFolder(source).id()).isEqualTo("tiny");
        assertThat(names(store.path())).containsExactly("tiny");
    }

    @Test
    void refusesAnotherNetworkOfTheSameId() throws IOException {
        store.importFolder(TinyNetwork.in(temp));
        Path other = TinyNetwork.in(
                temp.resolve("other"),
                TinyNetwork.DESCRIPTION.replace("\"made here\"", "\"made there\""),
                TinyNetwork.onnxWithInput(1, 3, 0, 0));

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> store.importFolder(other))
                .withMessageContainingAll("Another network 'tiny'", ModelFolder.sha256(TinyNetwork.onnx()), "Remove");
        assertThat(store.list()).extracting(ModelDescription::source).containsExactly("made here");
    }

    @Test
    void refusesWhatDoesNotRunAndLeavesNothingBehind() throws IOException {
        Path wrongTap = TinyNetwork.in(
                temp, TinyNetwork.DESCRIPTION.replace("\"stride16\",", "\"stride7\","), TinyNetwork.onnx());

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> store.importFolder(wrongTap))
                .withMessageContaining("no output 'stride7'");
        assertThat(store.path()).doesNotExist();
    }

    @Test
    void refusesADamagedNetworkAndLeavesNothingBehind() throws IOException {
        Path source = TinyNetwork.in(temp);
        Files.write(source.resolve("model.onnx"), new byte[100]);

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> store.importFolder(source))
                .withMessageContaining("expected sha256");
        assertThat(store.path()).doesNotExist();
    }

    @Test
    void doesNotOverwriteAFolderThatIsInTheWay() throws IOException {
        Path inTheWay = Files.createDirectories(store.path().resolve("tiny"));
        Files.writeString(inTheWay.resolve("notes.txt"), "mine");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store.importFolder(TinyNetwork.in(temp)))
                .withStackTraceContaining("it is in the way");
        assertThat(inTheWay.resolve("notes.txt")).hasContent("mine");
        assertThat(names(store.path())).containsExactly("tiny");
    }

    @Test
    void removesANetworkWhole() throws IOException {
        store.importFolder(TinyNetwork.in(temp));

        store.remove("tiny");

        assertThat(store.list()).isEmpty();
        assertThat(names(store.path())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "..", ".", "", "/", "tiny/../../outside", "TINY"})
    void removesNothingButTheIdsItLists(String id) throws IOException {
        store.importFolder(TinyNetwork.in(temp));
        Path outside = TinyNetwork.in(temp.resolve("a").resolve("outside"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.remove(id))
                .withMessageContainingAll("There is no network '" + id + "'", "[tiny]");
        assertThat(store.list()).hasSize(1);
        assertThat(outside).isNotEmptyDirectory();
    }

    @Test
    void importsADetectorToo() {
        store.importFolder(TestData.require("models/yolox-nano-coco"));

        ModelDescription detector = store.list().getFirst();
        assertThat(detector.isEncoder()).isFalse();
        assertThat(store.path().resolve("yolox-nano-coco/labels.txt")).isNotEmptyFile();
    }

    @Test
    void livesWhereTheSystemKeepsDataOfPrograms() {
        Path home = Path.of("home");

        assertThat(ModelStore.userFolder(Map.of("LOUPE_MODELS_DIR", "chosen", "XDG_DATA_HOME", "data"), "Linux", home))
                .isEqualTo(Path.of("chosen"));
        assertThat(ModelStore.userFolder(Map.of("XDG_DATA_HOME", "data"), "Linux", home))
                .isEqualTo(Path.of("data/loupe/models"));
        assertThat(ModelStore.userFolder(Map.of("XDG_DATA_HOME", " "), "Linux", home))
                .isEqualTo(Path.of("home/.local/share/loupe/models"));
        assertThat(ModelStore.userFolder(Map.of(), "Mac OS X", home))
                .isEqualTo(Path.of("home/Library/Application Support/loupe/models"));
        assertThat(ModelStore.userFolder(Map.of("LOCALAPPDATA", "local"), "Windows 11", home))
                .isEqualTo(Path.of("local/loupe/models"));
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList().stream();
        }
    }
}
