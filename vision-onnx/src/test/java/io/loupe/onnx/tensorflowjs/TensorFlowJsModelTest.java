package io.loupe.onnx.tensorflowjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorFlowJsModelTest {
    @TempDir
    Path parent;

    Path folder = Path.of("");
    Path graph = Path.of("");
    byte[] expected = new byte[0];

    @BeforeEach
    void writeAHealthyModel() throws IOException {
        folder = parent.resolve("model");
        graph = GraphFile.tiny().in(folder);
        expected = converted();
    }

    @Nested
    class Graph {
        @Test
        void mustBeThere() {
            assertThatThrownBy(() -> TensorFlowJsModel.read(folder.resolve("other.json")))
                    .isInstanceOf(UnableToConvertException.class)
                    .hasMessageContaining("other.json cannot be read");
        }

        @Test
        void mustBeJson() {
            assertThatThrownBy(() -> TensorFlowJsModel.read(folder.resolve("weights.bin")))
                    .isInstanceOf(UnableToConvertException.class)
                    .hasMessageContaining("weights.bin is not JSON")
                    .hasMessageContaining("the model's JSON, not its weights");
        }

        @Test
        void mustNotBeHuge() throws IOException {
            try (RandomAccessFile file = new RandomAccessFile(graph.toFile(), "rw")) {
                file.setLength((64L << 20) + 1);
            }
            refuses("it has 67108865 bytes");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                    {'format': 'layers-model'}                                 | it is a layers model (Keras)
                    {'format': 'layers-model'}                                 | --output_format=tfjs_graph_model
                    {}                                                         | it has no 'modelTopology.node'
                    []                                                         | it has no 'modelTopology.node'
                    {'modelTopology': {'node': []}}                            | it has no 'modelTopology.node'
                    {'modelTopology': {'node': [{'op': 'Relu'}]}}              | has no name or no operator
                    {'modelTopology': {'node': [{'name': 'a'}]}}               | has no name or no operator
                    {'modelTopology': {'node': [{'name': 'a', 'op': 'b'}, {'name': 'a', 'op': 'c'}]}} | it has two nodes 'a'
                    """, quoteCharacter = '"')
        void mustBeAGraphModel(String json, String message) throws IOException {
            Files.writeString(graph, json.replace('\'', '"'));
            refuses(message);
        }
    }

    @Nested
    class Shards {
        @Test
        void mayCutAWeightInTwo() throws IOException {
            byte[] weights = Files.readAllBytes(folder.resolve("weights.bin"));
            Files.write(folder.resolve("first.bin"), java.util.Arrays.copyOf(weights, 10));
            Files.createDirectory(folder.resolve("deeper"));
            Files.write(folder.resolve("deeper/second.bin"), java.util.Arrays.copyOfRange(weights, 10, weights.length));
            replace("\"weights.bin\"", "\"first.bin\", \"deeper/second.bin\"");
            assertThat(converted()).isEqualTo(expected);
        }

        @Test
        void mustBeThere() throws IOException {
            Files.delete(folder.resolve("weights.bin"));
            refuses("the file 'weights.bin' that its manifest names is not in " + folder);
        }

        @Test
        void mustHoldWhatTheManifestSays() throws IOException {
            Files.write(folder.resolve("weights.bin"), new byte[23]);
            refuses("need 24 bytes, and their files [weights.bin] have 23");
        }

        @ParameterizedTest
        @ValueSource(strings = {"../secret.bin", "deeper/../../secret.bin", "link.bin", "PARENT/secret.bin"})
        void mustLieBesideTheGraph(String name) throws IOException {
            Path secret = Files.write(parent.resolve("secret.bin"), new byte[24]);
            Files.createSymbolicLink(folder.resolve("link.bin"), secret);
            replace("weights.bin", name.replace("PARENT", parent.toString()));
            refuses("which is outside " + folder);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "no\\u0000name"})
        void mustBeFiles(String name) throws IOException {
            replace("weights.bin", name);
            refuses("its manifest names");
        }

        @Test
        void areNamedOnce() throws IOException {
            replace("\"weights.bin\"", "\"weights.bin\", \"./weights.bin\"");
            refuses("names the file './weights.bin' twice");
        }
    }

    @Nested
    class Weights {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[2147483647, 2147483647, 2147483647]",
                    "[1073741825]",
                    "[0, 2147483648]",
                    "[-6]",
                    "[1.5, 4]",
                    "[\"6\"]"
                })
        void haveAShapeThatCanBe(String shape) throws IOException {
            replace("[1,1,3,2]", shape);
            refuses("the weight 'filter'");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                    'dtype': 'string'                                                       | stored as 'string'
                    'dtype': 'complex64'                                                    | stored as 'complex64'
                    'dtype': 'complex64', 'quantization': {'dtype': 'float16'}              | stored as 'complex64'
                    'dtype': 'float32', 'quantization': {'dtype': 'int4'}                   | stored as 'int4'
                    'dtype': 'float32', 'quantization': {'dtype': 'uint8', 'min': 0}        | lacks the number 'scale' or 'min'
                    'dtype': 'float32', 'quantization': {'dtype': 'uint16', 'scale': 'a', 'min': 0} | lacks the number
                    """, quoteCharacter = '"')
        void areStoredInAKnownWay(String type, String message) throws IOException {
            replace("\"dtype\":\"float32\"", type.replace('\'', '"'));
            refuses(message);
        }

        @Test
        void haveDifferentNames() throws IOException {
            graph = GraphFile.tiny().in(folder);
            String filter = "{\"name\":\"filter\",\"dtype\":\"float32\",\"shape\":[1,1,3,2]}";
            replace(filter, filter.replace("[1,1,3,2]", "[3]") + "," + filter.replace("[1,1,3,2]", "[3]"));
            refuses("two weights 'filter'");
        }
    }

    private byte[] converted() throws IOException {
        Path recipe = Files.writeString(parent.resolve("recipe.json"), GraphFile.TINY_RECIPE);
        return TensorFlowJsModel.read(graph)
                .convert(Recipe.read(recipe), java.util.List.of())
                .onnx();
    }

    private void replace(String part, String other) throws IOException {
        String json = Files.readString(graph);
        assertThat(json).contains(part);
        Files.writeString(graph, json.replace(part, other));
    }

    private void refuses(String message) {
        assertThatThrownBy(() -> TensorFlowJsModel.read(graph))
                .isInstanceOf(UnableToConvertException.class)
                .hasMessageContaining("graph.json cannot be read: ")
                .hasMessageContaining(message);
    }
}
