package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.onnx.NetworkInput.Framing;
import io.loupe.testkit.TestData;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.Tap;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {
    @TempDir
    Path temp;

    @Test
    void readsADescription() throws IOException {
        ModelDescription description = ModelFolder.open(TinyNetwork.in(temp)).description();

        assertThat(description.id()).isEqualTo("tiny");
        assertThat(description.licence()).isEqualTo("Apache-2.0");
        assertThat(description.input().size()).isEqualTo(new InputSize(32, 32));
        assertThat(description.input().framing()).isEqualTo(Framing.SQUASH);
        assertThat(description.taps()).containsExactly(new Tap("stride8", 8, 2), new Tap("stride16", 16, 1));
        assertThat(description.embedding())
                .contains(
                        new ModelDescription.EmbeddingOutput("embedding", 2, new InputSize(32, 32), Optional.empty()));
        assertThat(description.labels()).isEmpty();
    }

    @Test
    void readsHowACenterNetSaysWhatItFound() throws IOException {
        ModelDescription description =
                ModelFolder.open(TinyDetector.centerNetIn(temp)).description();

        assertThat(description.detections()).contains(new DetectionOutput.CenterNet("heatmap", "sides", 4, 2));
        assertThat(description.labels()).contains("labels.txt");
        assertThat(description.isEncoder()).isFalse();
    }

    @Test
    void readsHowAYoloxSaysWhatItFound() throws IOException {
        ModelDescription description =
                ModelFolder.open(TinyDetector.yoloxIn(temp)).description();

        assertThat(description.detections()).contains(new DetectionOutput.Yolox("table", List.of(8), 2));
    }

    @Test
    void squashesPicturesUnlessItsAspectIsToBeKept() throws IOException {
        String plain = TinyNetwork.DESCRIPTION.replace("bilinear, whole image squashed", "bilinear");
        Path squashing = TinyNetwork.in(temp, plain, TinyNetwork.onnx());
        assertThat(ModelFolder.open(squashing).description().input().framing()).isEqualTo(Framing.SQUASH);

        Path keeping = TinyNetwork.in(temp, plain.replace("bilinear", "bilinear, aspect kept"), TinyNetwork.onnx());
        assertThat(ModelFolder.open(keeping).description().input().framing()).isEqualTo(Framing.LETTERBOX);
    }

    @Test
    void listsWhatADetectorLacksTogether() throws IOException {
        String description = TinyDetector.YOLOX
                .replace("\"labels\": \"labels.txt\",", "")
                .replace("[8]", "[]")
                .replace("\"labels\": 2", "\"labels\": 0");

        assertThatOpening(description)
                .withMessageContainingAll(
                        "- labels: a detector needs a file with one name per line",
                        "- outputs.detections.strides: expected an array of whole numbers above zero, found []",
                        "- outputs.detections.labels: expected a whole number above zero, found 0");
    }

    @Test
    void saysWhichKindsOfDetectorsThereAre() throws IOException {
        assertThatOpening(TinyDetector.YOLOX.replace("\"strides\"", "\"anchors\""))
                .withMessageContaining(
                        "- outputs.detections: expected 'heatmap', 'sides', 'stride' as of CenterNet, or 'name', 'strides' as of YOLOX");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coco-mobilenet-v3",
                "mobilenet-v2-imagenet",
                "mobilenet-v2-onnxzoo-backbone",
                "nsfw-mobilenet-v2",
                "resnet50v2-stage3-imagenet",
                "squeezenet1.1-imagenet",
                "yolox-nano-coco"
            })
    void readsTheDescriptionsOfRealNetworks(String id) {
        ModelFolder folder = ModelFolder.open(TestData.require("models/" + id));

        assertThat(folder.description().id()).isEqualTo(id);
        assertThat(folder.readNetwork()).isNotEmpty();
    }

    @Test
    void ignoresFieldsItDoesNotKnow() throws IOException {
        String description = TinyNetwork.DESCRIPTION.replaceFirst("\\{", "{\"opset\": 13, \"new\": {\"a\": [1]}, ");

        assertThat(ModelFolder.open(TinyNetwork.in(temp, description, TinyNetwork.onnx()))
                        .description()
                        .id())
                .isEqualTo("tiny");
    }

    @Test
    void listsEverythingThatIsWrongTogether() throws IOException {
        String description = TinyNetwork.DESCRIPTION
                .replace("\"licence\": \"Apache-2.0\",", "")
                .replace("\"NCHW\"", "\"NHWC\"")
                .replace("[32, 32]", "[32]")
                .replace("true", "\"yes\"")
                .replace("[1, 1, 1]", "[1, 0, 1]")
                .replace("bilinear,", "nearest,")
                .replace("\"dim\": 2", "\"dim\": 2.5")
                .replace("\"channels\": 1", "\"channels\": -1")
                .replace("\"stride8\"", "\"stride16\"");

        assertThatOpening(description)
                .withMessageContainingAll(
                        "model.json cannot be used",
                        "- licence: expected a text, found nothing",
                        "- input.layout: expected one of [NCHW], found \"NHWC\"",
                        "- input.size: expected an array of 2 whole numbers above zero, found [32]",
                        "- input.dynamic_size: expected true or false, found \"yes\"",
                        "- input.std: a deviation of zero cannot be divided by",
                        "- input.resize: expected a filter first (box, bilinear, bicubic, lanczos), found \"nearest",
                        "- outputs.embedding.dim: expected a whole number above zero, found 2.5",
                        "- outputs.taps[1].channels: expected a whole number above zero, found -1",
                        "- outputs.taps[1].name: there are two taps 'stride16'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../model.onnx", "/etc/passwd", "a/../../b", "..", "C:\\\\model.onnx", "a\\u0000b"})
    void refusesFilesOutsideTheFolder(String file) throws IOException {
        assertThatOpening(TinyNetwork.DESCRIPTION.replace("model.onnx", file))
                .withMessageContaining("- file: expected the name of a file inside the model's folder");
        assertThatOpening(TinyNetwork.DESCRIPTION.replaceFirst(
                        "\\{", "{\"labels\": \"" + file.replace("\\", "\\\\") + "\","))
                .withMessageContaining("- labels: expected the name of a file inside the model's folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../tiny", ".tiny", "Tiny", "a/b", "con:x"})
    void refusesIdsThatAreNoFolderNames(String id) throws IOException {
        assertThatOpening(TinyNetwork.DESCRIPTION.replace("\"tiny\"", "\"" + id + "\""))
                .withMessageContaining("- id: expected lower-case letters, digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{\"id\": \"tiny\",", "[1, 2]", "null"})
    void tellsWhenTheDescriptionIsNotAJsonObject(String json) throws IOException {
        assertThatOpening(json)
                .withMessageContaining("model.json cannot be used")
                .withMessageContaining("JSON");
    }

    @Test
    void tellsWhenTheDescriptionIsCutOff() throws IOException {
        for (int length = 1; length < TinyNetwork.DESCRIPTION.strip().length(); length += 37) {
            assertThatOpening(TinyNetwork.DESCRIPTION.substring(0, length)).withMessageContaining("it is not JSON");
        }
    }

    @Test
    void tellsWhenTheFolderHoldsNoDescription() {
        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> ModelFolder.open(temp))
                .withMessageContainingAll(temp.toString(), "has no model.json");
    }

    @Test
    void refusesADescriptionTooLargeToBeOne() throws IOException {
        assertThatOpening(" ".repeat((1 << 20) + 1)).withMessageContaining("1048577 bytes");
    }

    @Test
    void tellsExpectedAndFoundChecksum() throws IOException {
        Path folder = TinyNetwork.in(temp);
        Files.write(folder.resolve("model.onnx"), new byte[] {1, 2, 3});

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> ModelFolder.open(folder).readNetwork())
                .withMessageContainingAll(
                        "model.onnx (3 bytes)",
                        "expected sha256 " + ModelFolder.sha256(TinyNetwork.onnx()),
                        "found 039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    }

    @Test
    void tellsWhenTheNetworkIsMissing() throws IOException {
        Path folder = TinyNetwork.in(temp);
        Files.delete(folder.resolve("model.onnx"));

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> ModelFolder.open(folder).readNetwork())
                .withMessageContainingAll("'tiny' lacks its file", "model.onnx");
    }

    private ThrowableAssertAlternative<UnableToOpenEncoderException> assertThatOpening(String description)
            throws IOException {
        Path folder = TinyNetwork.in(temp, description, TinyNetwork.onnx());
        return assertThatExceptionOfType(UnableToOpenEncoderException.class).isThrownBy(() -> ModelFolder.open(folder));
    }
}
