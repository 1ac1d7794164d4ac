package io.loupe.cli;

import io.loupe.vision.detect.ObjectDetectorInfo;
import io.loupe.vision.detect.ObjectDetectors;
import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is there under one id: an encoder, an object detector, or a network that is both. */
record ListedModel(String id, Optional<EncoderInfo> encoder, Optional<ObjectDetectorInfo> detector) {
    /** Every model, encoders first. */
    static List<ListedModel> all(EncoderSettings settings) {
        List<EncoderInfo> encoders = Encoders.with(settings).list();
        List<ObjectDetectorInfo> detectors = ObjectDetectors.with(settings).list();
        return Stream.concat(
                        encoders.stream().map(EncoderInfo::id),
                        detectors.stream().map(ObjectDetectorInfo::id))
                .distinct()
                .map(id -> new ListedModel(
                        id,
                        encoders.stream()
                                .filter(encoder -> encoder.id().equals(id))
                                .findFirst(),
                        detectors.stream()
                                .filter(detector -> detector.id().equals(id))
                                .findFirst()))
                .toList();
    }

    /** The model of this id, naming those there are when there is none. */
    static ListedModel find(String id, EncoderSettings settings) {
        List<ListedModel> models = all(settings);
        return models.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no model '%s' here; there are %s."
                        .formatted(id, models.stream().map(ListedModel::id).toList())));
    }

    String roles() {
        return Stream.of(encoder.map(_ -> "encoder"), detector.map(_ -> "detector"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** How much there is to choose from. */
    String offer() {
        return Stream.of(
                        encoder.map(info -> "%d taps".formatted(info.taps().size())),
                        detector.map(info -> "%d labels".formatted(info.labels().size())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    String licence() {
        return encoder.map(EncoderInfo::licence)
                .or(() -> detector.map(ObjectDetectorInfo::licence))
                .orElseThrow();
    }

    String fingerprint() {
        return encoder.map(EncoderInfo::fingerprint)
                .or(() -> detector.map(ObjectDetectorInfo::fingerprint))
                .orElseThrow();
    }
}
