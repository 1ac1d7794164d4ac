package io.loupe.onnx.tensorflowjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.vision.encoder.InputSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
    @TempDir
    Path folder;

    @Nested
    class File {
        @Test
        void keepsTheOrderOfItsTaps() throws IOException {
            Recipe recipe = read(GraphFile.TINY_RECIPE.replace(
                    "{\"stride8\": \"cells\"}", "{\"z\": \"one\", \"a\": \"two\", \"m\": \"three\"}"));
            assertThat(recipe.taps())
                    .containsExactly(
                            java.util.Map.entry("z", "one"),
                            java.util.Map.entry("a", "two"),
                            java.util.Map.entry("m", "three"));
        }

        @Test
        void embedsAtTheSizeOfPicturesUnlessItNamesAnother() throws IOException {
            assertThat(read(GraphFile.TINY_RECIPE).embedding())
                    .contains(new Recipe.Embedding("cells", new InputSize(16, 24), Optional.empty()));
            assertThat(read(GraphFile.TINY_RECIPE.replace(", \"size\": [16, 24]", ""))
                            .embedding())
                    .contains(new Recipe.Embedding("cells", new InputSize(32, 48), Optional.empty()));
        }

        @Test
        void passesOnFromWhichCosineOnPicturesAreNearCopies() throws IOException {
            String measured = GraphFile.TINY_RECIPE.replace(
                    "\"size\": [16, 24]", "\"size\": [16, 24], \"near_duplicate_cosine\": 0.9");
            assertThat(read(measured).embedding())
                    .contains(new Recipe.Embedding("cells", new InputSize(16, 24), Optional.of(0.9)));
        }

        @Test
        void everythingWrongIsReportedTogether() {
            assertThatThrownBy(() -> read("{\"id\": 7, \"input\": {\"size\": [0, 1]}}"))
                    .isInstanceOf(UnableToConvertException.class)
                    .hasMessageContaining("recipe.json cannot be used:")
                    .hasMessageContaining("id: expected a text, found 7")
                    .hasMessageContaining("licence: expected a text, found nothing")
                    .hasMessageContaining("source: expected a text, found nothing")
                    .hasMessageContaining("input.name: expected a text, found nothing")
                    .hasMessageContaining("input.size: expected")
                    .hasMessageContaining("outputs: expected an object, found nothing");
        }

        @Test
        void mustAskForSomething() {
            assertThatThrownBy(() -> read(GraphFile.TINY_RECIPE.replaceFirst("\"outputs\": .*", "\"outputs\": {}")))
                    .hasMessageContaining(
                            "outputs: it asks for nothing: name nodes as taps, as embedding or for detections");
        }

        @ParameterizedTest
        @ValueSource(strings = {"embedding", "heatmap", "sides", "pixels", "a:b", " "})
        void mustNotTakeNamesOfOtherTensors(String name) {
            assertThatThrownBy(() -> read(GraphFile.TINY_RECIPE.replace("stride8", name)))
                    .hasMessageContaining("outputs.taps: a tap cannot be called \"%s\"".formatted(name));
        }

        @Test
        void mustBeJson() {
            assertThatThrownBy(() -> read("id: tiny"))
                    .isInstanceOf(UnableToConvertException.class)
                    .hasMessageContaining("recipe.json is not JSON");
        }

        @Test
        void mustBeThere() {
            assertThatThrownBy(() -> Recipe.read(folder.resolve("none.json")))
                    .isInstanceOf(UnableToConvertException.class)
                    .hasMessageContaining("none.json cannot be read");
        }

        @Test
        void mustNotBeHuge() {
            assertThatThrownBy(() -> read(" ".repeat((1 << 20) + 1)))
                    .hasMessageContaining("has 1048577 bytes; a recipe has at most 1048576");
        }
    }

    @Nested
    class Outcome {
        @Test
        void tellsWhatTheDescriptionWouldLack() {
            assertThatThrownBy(() -> convert(GraphFile.TINY_RECIPE.replace("\"scale\"", "\"gauge\""), List.of()))
                    .isInstanceOf(UnableToConvertException.class)
                    .hasMessageContaining("with this recipe its model.json would be wrong")
                    .hasMessageContaining("input.scale: expected a text, found nothing");
        }

        @Test
        void tapsLieOnWholePixels() {
            assertThatThrownBy(() -> convert(GraphFile.TINY_RECIPE.replace("[32, 48]", "[32, 50]"), List.of()))
                    .hasMessageContaining("output 'stride8' has 4 x 7 cells for a picture of 32 x 50 pixels");
        }

        @Test
        void detectionsNeedALabelForEachChannel() throws IOException {
            assertThat(convert(detecting("cells", "sides"), List.of("cat", "dog"))
                            .description()
                            .labels())
                    .contains("labels.txt");
            assertThatThrownBy(() -> convert(detecting("cells", "sides"), List.of("cat")))
                    .hasMessageContaining("the detections' heatmap has 2 channels, and there are 1 labels");
        }

        @Test
        void detectionsHaveFourSidesForEachCell() {
            assertThatThrownBy(() -> convert(detecting("cells", "image"), List.of("cat", "dog")))
                    .hasMessageContaining("the detections' heatmap is [1, 4, 6, 2] and their sides are [1, 32, 48, 3]");
        }

        private static String detecting(String heatmap, String sides) {
            return GraphFile.TINY_RECIPE.replace(
                    "\"embedding\": {\"node\": \"cells\", \"size\": [16, 24]}",
                    "\"detections\": {\"heatmap\": \"%s\", \"sides\": \"%s\"}".formatted(heatmap, sides));
        }
    }

    private Recipe read(String json) throws IOException {
        return Recipe.read(Files.writeString(folder.resolve("recipe.json"), json));
    }

    private ConvertedNetwork convert(String recipe, List<String> labels) throws IOException {
        GraphFile graph = GraphFile.tiny()
                .integers("axis", List.of(), 3)
                .node("{'name': 'sides', 'op': 'ConcatV2', 'input': ['cells', 'cells', 'axis']}");
        return TensorFlowJsModel.read(graph.in(folder)).convert(read(recipe), labels);
    }
}
