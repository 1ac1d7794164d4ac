package io.loupe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.benchmarks.DetectionTable.Row;
import io.loupe.vision.detect.BrightSpots;
import io.loupe.vision.detect.ObjectDetector;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionTableTest {
    @Test
    void countsThePicturesInWhichTheThingWasFound() {
        RgbImage white = RgbImage.filled(8, 8, 255, 255, 255);
        RgbImage black = RgbImage.filled(8, 8, 0, 0, 0);
        try (ObjectDetector detector = new BrightSpots()
                .open(BrightSpots.ID, EncoderSettings.defaults())
                .orElseThrow()) {
            DetectionScore spots = DetectionScore.of(detector, List.of(white, black, white, white), "spot");
            DetectionScore dogs = DetectionScore.of(detector, List.of(white, black), "dog");

            assertThat(spots.foundShare()).isEqualTo(0.75);
            assertThat(spots.bestShare()).isEqualTo(0.75);
            assertThat(dogs.foundShare()).isZero();
        }
    }

    @Test
    void showsShareOfEachKindAndOfAll() {
        Row cars = new Row(
                new DetectionSubject("car_side", "car"),
                List.of(new DetectionScore(9, 8, 10, 100_000_000), new DetectionScore(10, 10, 10, 50_000_000)));
        Row cups = new Row(
                new DetectionSubject("cup", "cup"),
                List.of(new DetectionScore(1, 0, 10, 100_000_000), new DetectionScore(5, 5, 10, 50_000_000)));

        assertThat(new DetectionTable(List.of("one", "other"), List.of(cars, cups)).markdown())
                .endsWith("""
                        | pictures of | label | `one` found | best | `other` found | best |
                        | --- | --- | ---: | ---: | ---: | ---: |
                        | car_side | car | 0.90 | 0.80 | 1.00 | 1.00 |
                        | cup | cup | 0.10 | 0.00 | 0.50 | 0.50 |
                        | **all** | | 0.50 | 0.40 | 0.75 | 0.75 |
                        | *milliseconds per picture* | | 10 | | 5 | |
                        """);
    }
}
