package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.images.ImageFiles;
import io.loupe.onnx.DetectionDecoder.Candidate;
import io.loupe.testkit.TestData;
import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what coco-mobilenet-v3 finds in six photographs against what TensorFlow.js found with the original graph. */
class GoldenDetectionsTest {
    private static final double PIXELS = 0.05;
    private static final double SCORE = 0.0005;

    @Test
    void findsWhatTensorFlowJsFound() {
        ModelFolder folder = ModelFolder.open(TestData.require("models/coco-mobilenet-v3"));
        List<String> labels = folder.readLabels();
        NetworkInput input = folder.description().input();
        PictureFraming framing = new PictureFraming(input.framing(), input.size(), input.resampling());
        DetectionDecoder decoder = DetectionDecoder.of(folder.description()).orElseThrow();
        JsonNode pictures = JsonMapper.shared()
                .readTree(folder.path().resolve("golden.json").toFile())
                .get("pictures")
                .get("items");
        assertThat(pictures).hasSize(6);
        try (OnnxNetwork network =
                NetworkOpening.open(folder, input.size(), decoder.wantedOutputs(), EncoderSettings.defaults())) {
            for (JsonNode golden : pictures) {
                Path file = TestData.require(golden.get("picture").stringValue());
                RgbImage framed = framing.frame(ImageFiles.read(file));
                List<Candidate> candidates =
                        decoder.decode(network.encode(List.of(framed)).getFirst(), 0);
                assertGolden(file.toString(), candidates, labels, golden.get("detections"));
            }
        }
    }

    private static void assertGolden(String picture, List<Candidate> candidates, List<String> labels, JsonNode golden) {
        for (int i = 0; i < golden.size(); i++) {
            Candidate candidate = candidates.get(i);
            JsonNode expected = golden.get(i);
            String what = "%s, detection %d".formatted(picture, i);
            assertThat(labels.get(candidate.label()))
                    .as(what)
                    .isEqualTo(expected.get("label").stringValue());
            assertThat((double) candidate.score())
                    .as(what)
                    .isCloseTo(expected.get("score").doubleValue(), within(SCORE));
            BoundingBox box = candidate.box();
            double[] sides = {box.left(), box.top(), box.right(), box.bottom()};
            for (int side = 0; side < 4; side++) {
                assertThat(sides[side])
                        .as("%s, side %d", what, side)
                        .isCloseTo(expected.get("box").get(side).doubleValue(), within(PIXELS));
            }
        }
    }
}
