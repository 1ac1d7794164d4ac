package io.loupe.onnx.tensorflowjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.onnx.ModelDescription;
import io.loupe.onnx.ModelDescription.EmbeddingOutput;
import io.loupe.onnx.ModelFolder;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.Tap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertTest {
    @TempDir
    Path folder;

    @Test
    void writesAModelFolder() throws IOException {
        ModelDescription network = ModelFolder.open(convert("out")).description();
        assertThat(network.id()).isEqualTo("tiny");
        assertThat(network.roles()).containsExactly("patch-features", "image-embedding");
        assertThat(network.taps()).containsExactly(new Tap("stride8", 8, 2));
        assertThat(network.embedding())
                .contains(new EmbeddingOutput("embedding", 2, new InputSize(16, 24), Optional.empty()));
        assertThat(network.labels()).isEmpty();
    }

    @Test
    void theSameModelAndRecipeGiveTheSameBytes() throws IOException {
        Path first = convert("first");
        Path second = convert("second");
        for (String file : new String[] {"model.onnx", "model.json"}) {
            assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
        }
    }

    @Test
    void asksForItsFourArguments() {
        assertThatThrownBy(() -> Convert.main(new String[] {"recipe.json"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("recipe.json, the graph model's JSON, labels.txt, the folder");
    }

    private Path convert(String name) throws IOException {
        Path recipe = Files.writeString(folder.resolve("recipe.json"), GraphFile.TINY_RECIPE);
        Path labels = Files.writeString(folder.resolve("labels.txt"), "");
        Path target = folder.resolve(name);
        Convert.main(new String[] {
            recipe.toString(), GraphFile.tiny().in(folder).toString(), labels.toString(), target.toString()
        });
        return target;
    }
}
