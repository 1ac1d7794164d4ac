package io.loupe.onnx.tensorflowjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be converted is named: the node, its operator, and why. */
class RefusedGraphsTest {
    @TempDir
    Path folder;

    /** Constants to choose from. */
    private final GraphFile graph = GraphFile.tiny()
            .floats("grid", List.of(2, 2, 1), 1, 2, 3, 4)
            .floats("five", List.of(5), 1, 2, 3, 4, 5)
            .floats("flat", List.of(0), new float[0])
            .integers("zero", List.of(), 0)
            .integers("one", List.of(), 1)
            .integers("three", List.of(), 3)
            .integers("nine", List.of(), 9)
            .integers("size", List.of(2), 64, 96)
            .integers("margins", List.of(4, 2), 1, 0, 0, 0, 0, 0, 0, 0)
            .integers("cut", List.of(4, 2), 0, 0, -1, 0, 0, 0, 0, 0)
            .integers("huge", List.of(4, 2), 0, 0, Integer.MAX_VALUE, 0, 0, 0, 0, 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                TopKV2         | image, three       |                                      | this operator cannot be converted; choose outputs that do not need it
                Relu           | nowhere            |                                      | there is no node 'nowhere', an input of 'out'
                Relu           |                    |                                      | it has 0 inputs; at least 1 are expected
                Relu           | image:1            |                                      | there is no node 'image:1'
                Relu           | filter             |                                      | its input 0 is a constant
                Const          |                    |                                      | the weights manifest has no weight of this name
                Identity       | filter             |                                      | node 'out' is a constant
                Conv2D         | image, filter      |                                      | its padding is ""
                Conv2D         | image, filter      | 'padding': {'s': '!'}                | which is not base64
                Conv2D         | image, filter      | 'padding': {'s': 'U0FNRQ=='}, 'data_format': {'s': 'TkNIVw=='} | its data_format is NCHW
                Conv2D         | image, filter      | 'padding': {'s': 'U0FNRQ=='}, 'strides': {'list': {'i': ['2', '2']}} | its strides are [2, 2]
                Conv2D         | image, filter      | 'padding': {'s': 'U0FNRQ=='}, 'strides': {'list': {'i': ['1', '0', '1', '1']}} | its strides are [1, 0, 1, 1]
                Conv2D         | image, filter      | 'padding': {'s': 'U0FNRQ=='}, 'strides': {'list': {'i': ['1', 'a', '1', '1']}} | holds "a", not a whole number
                Conv2D         | image, filter      | 'padding': {'s': 'U0FNRQ=='}, 'strides': {'list': {'i': ['1', '2', '2', '1']}}, 'dilations': {'list': {'i': ['1', '2', '2', '1']}} | steps of [2, 2] and dilations of [2, 2] together
                Conv2D         | image, filter      | 'padding': {'s': 'RVhQTElDSVQ='}     | its explicit_paddings are []
                Conv2D         | image, image       | 'padding': {'s': 'U0FNRQ=='}         | its input 1 is computed from the picture
                Conv2D         | image, five        | 'padding': {'s': 'U0FNRQ=='}         | its constant 'five' has the shape [5]; 4 sides are expected
                Conv2D         | cells, filter      | 'padding': {'s': 'U0FNRQ=='}         | its filter 'filter' of shape [1, 1, 3, 2] does not fit an input of 2 channels
                _FusedConv2D   | image, filter, five | 'padding': {'s': 'U0FNRQ=='}, 'fused_ops': {'list': {'s': ['Qmlhc0FkZA==']}} | its bias 'five' has 5 values for 2 channels
                _FusedConv2D   | image, filter      | 'padding': {'s': 'U0FNRQ=='}, 'fused_ops': {'list': {'s': ['RnVzZWRCYXRjaE5vcm0=']}} | the fused operator 'FusedBatchNorm' cannot be converted
                _FusedConv2D   | image, filter      | 'padding': {'s': 'U0FNRQ=='}, 'fused_ops': {'list': {'s': ['UmVsdQ==', 'UmVsdQ==']}} | the fused operators [Relu, Relu] cannot be converted
                MaxPool        | image              | 'padding': {'s': 'VkFMSUQ='}, 'ksize': {'list': {'i': ['1', '33', '1', '1']}} | its window covers 33 pixels, and only 32 are left
                MaxPool        | mean               | 'padding': {'s': 'VkFMSUQ='}         | its input 0 has the shape [1, 3]
                Add            | image, cells       |                                      | its inputs do not fit together: 'pixels' is [1, 32, 48, 3] and 'cells:0' is [1, 4, 6, 2]
                Add            | image, mean        |                                      | its inputs do not fit together
                Add            | filter, filter     |                                      | its input 1 is a constant
                Mul            | image, five        |                                      | its constant 'five' of shape [5] meets a tensor of shape [1, 32, 48, 3]
                Mul            | image, grid        |                                      | one number, or one for each channel, can be converted
                Mul            | image, flat        |                                      | one number, or one for each channel, can be converted
                Prelu          | grey, five         |                                      | its 5 slopes do not fit
                AddN           | image, cells       |                                      | its inputs do not fit together
                Mean           | image, zero        | 'keep_dims': {'b': true}             | it works along axis 0, across pictures
                Mean           | image, one         |                                      | a mean that drops its axes
                Mean           | image, nine        | 'keep_dims': {'b': true}             | axis 9 does not exist in a tensor of shape [1, 32, 48, 3]
                Mean           | image, five        | 'keep_dims': {'b': true}             | the weight 'five' holds fractions where whole numbers belong
                ResizeBilinear | image, image       |                                      | sizes that depend on the picture's cannot be converted
                ResizeBilinear | image, three       |                                      | it resizes to [3]
                ResizeBilinear | image, size        | 'align_corners': {'b': true}, 'half_pixel_centers': {'b': true} | exclude each other
                ConcatV2       | image, cells, three |                                     | 'cells:0' is [1, 4, 6, 2], which does not fit to [1, 32, 48, 3]
                ConcatV2       | image, image, zero |                                      | it works along axis 0, across pictures
                ConcatV2       | image, image, size |                                      | its axis is [64, 96]
                Pad            | image, margins     |                                      | it works along axis 0, across pictures
                Pad            | image, cut         |                                      | none may be negative
                Pad            | image, huge        |                                      | a tensor grows beyond what a whole number counts
                Pad            | mean, margins      |                                      | [2, 2] is expected
                Reshape        | image, size        |                                      | only constants can be given another shape
                Reshape        | five, size         |                                      | its constant 'five' of shape [5] cannot take the shape [64, 96]
                """)
    void namesNodeAndReason(String operator, String inputs, String attributes, String message) throws IOException {
        graph.node("{'name': 'axes', 'op': 'Identity', 'input': ['picture axes']}")
                .integers("picture axes", List.of(2), 1, 2)
                .node("{'name': 'mean', 'op': 'Mean', 'input': ['image', 'axes']}")
                .node("{'name': 'grey', 'op': 'Mean', 'input': ['image', 'three'], 'attr': {'keep_dims': {'b': true}}}")
                .node("{'name': 'out', 'op': '%s', 'input': [%s], 'attr': {%s}}"
                        .formatted(operator, quoted(inputs), attributes == null ? "" : attributes));
        refuses("out", message);
    }

    @Test
    void whatNoOutputNeedsMayBeAnything() throws IOException {
        graph.node("{'name': 'peaks', 'op': 'TopKV2', 'input': ['cells', 'nowhere']}");
        assertThat(convert("cells").description().taps()).hasSize(1);
    }

    @Test
    void aGraphThatRunsInACircleIsRefused() throws IOException {
        graph.node("{'name': 'first', 'op': 'Relu', 'input': ['second']}")
                .node("{'name': 'second', 'op': 'Relu', 'input': ['first']}");
        refuses("first", "node 'first' needs its own result: the graph runs in a circle");
    }

    @Test
    void aLongGraphDoesNotExhaustTheStack() throws IOException {
        String last = "cells";
        for (int i = 0; i < 20_000; i++) {
            graph.node("{'name': 'n%d', 'op': 'Identity', 'input': ['%s']}".formatted(i, last));
            last = "n" + i;
        }
        assertThat(convert(last).description().taps()).hasSize(1);
    }

    @Test
    void aSecondInputIsRefused() throws IOException {
        graph.node("{'name': 'mask', 'op': 'Placeholder'}")
                .node("{'name': 'out', 'op': 'Add', 'input': ['image', 'mask']}");
        refuses("out", "node 'mask' (Placeholder): the outputs need a second input beside the picture");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                {'size': '-1'}, {'size': '32'}, {'size': '32'}, {'size': '4'} | its shape is [-1, 32, 32, 4]
                {'size': '1'}, {'size': '64'}, {'size': '48'}, {'size': '3'}  | a picture of the size that the graph is to be read for is [1, 32, 48, 3]
                {'size': '-1'}, {'size': '3'}                                 | its shape is [-1, 3]
                {'size': 'x'}                                                 | holds "x", not a whole number
                """)
    void aPictureHasThreeChannelsAndTheSizeOfTheRecipe(String sides, String message) throws IOException {
        graph.node(
                "{'name': 'other', 'op': 'Placeholder', 'attr': {'shape': {'shape': {'dim': [%s]}}}}".formatted(sides));
        refuses("other", message);
    }

    @Test
    void aPictureSizeThatIsNoNumberIsRefused() throws IOException {
        GraphFile odd = GraphFile.empty().node("""
                {'name': 'image', 'op': 'Placeholder', 'attr': {'shape': {'shape': {'dim': [{'size': 'x'}]}}}}""");
        TensorFlowJsModel model = TensorFlowJsModel.read(odd.in(folder));
        assertThatThrownBy(model::pictureSize)
                .isInstanceOf(UnableToConvertException.class)
                .hasMessageContaining("graph.json cannot be read: node 'image' (Placeholder)");
    }

    private void refuses(String output, String message) {
        assertThatThrownBy(() -> convert(output))
                .isInstanceOf(UnableToConvertException.class)
                .hasMessageContaining("graph.json cannot be converted: ")
                .hasMessageContaining(message);
    }

    private ConvertedNetwork convert(String output) throws IOException {
        Path recipe = Files.writeString(
                folder.resolve("recipe.json"), GraphFile.TINY_RECIPE.replace("\"cells\"", "\"" + output + "\""));
        return TensorFlowJsModel.read(graph.in(folder)).convert(Recipe.read(recipe), List.of());
    }

    private static String quoted(String names) {
        return names == null ? "" : "'" + names.replace(", ", "', '") + "'";
    }
}
