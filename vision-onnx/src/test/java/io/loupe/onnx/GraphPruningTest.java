package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.testkit.Seeded;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Seeded
class GraphPruningTest {
    @Test
    void namesTheOutputs() {
        assertThat(GraphPruning.outputNames(TinyNetwork.onnx())).containsExactly("stride8", "stride16", "embedding");
    }

    @Test
    void dropsNodesAndWeightsThatNothingNeeds() {
        String pruned = text(GraphPruning.keepOutputs(TinyNetwork.onnx(), Set.of("stride16")));

        assertThat(pruned).contains("stride16", "red minus green").doesNotContain("stride8", "red and blue", "pooled");
    }

    @Test
    void keepsWhatAWantedOutputIsComputedFrom() {
        byte[] pruned = GraphPruning.keepOutputs(TinyNetwork.onnx(), Set.of("embedding"));

        assertThat(text(pruned)).contains("stride8", "red and blue", "pooled").doesNotContain("stride16");
        assertThat(GraphPruning.outputNames(pruned)).containsExactly("embedding");
    }

    @Test
    void keepsTheFileAsItIsWhenEverythingIsWanted() {
        byte[] model = TinyNetwork.onnx();

        assertThat(GraphPruning.keepOutputs(model, GraphPruning.outputNames(model)))
                .isEqualTo(model);
    }

    @Test
    void leavesNetworksWithSubgraphsAlone() {
        byte[] model = OnnxBytes.model(
                OnnxBytes.node("If", new String[] {"pixels"}, "chosen", OnnxBytes.graphAttribute("then_branch")),
                OnnxBytes.node("Identity", new String[] {"pixels"}, "same"),
                OnnxBytes.output("chosen", 1),
                OnnxBytes.output("same", 1));

        assertThat(GraphPruning.keepOutputs(model, Set.of("same"))).isSameAs(model);
    }

    @Test
    void throwsNothingButItsOwnExceptionOnDamagedFiles(Random random) {
        for (int round = 0; round < 3000; round++) {
            byte[] model = TinyNetwork.onnx();
            for (int i = 0; i <= random.nextInt(8); i++) {
                model[random.nextInt(model.length)] = (byte) random.nextInt(256);
            }
            byte[] damaged = Arrays.copyOf(model, random.nextInt(model.length + 1));
            try {
                GraphPruning.keepOutputs(damaged, Set.of("stride8"));
            } catch (ProtobufFields.MalformedProtobuf e) {
                assertThat(e).hasMessageContaining("at byte");
            }
        }
    }

    @Test
    void namesThePlaceWhereAFileEnds() {
        assertThatExceptionOfType(ProtobufFields.MalformedProtobuf.class)
                .isThrownBy(() -> GraphPruning.outputNames(new byte[] {8, (byte) 0x80}))
                .withMessage("the file ends inside a field at byte 2");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
