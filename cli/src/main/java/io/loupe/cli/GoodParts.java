package io.loupe.cli;

import io.loupe.cli.dataset.UnusableDataSetException;
import io.loupe.vision.Detector;
import io.loupe.vision.Training;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.EncoderSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;

/** Learns from files of good parts: decodes ahead, skips what cannot be read and says so. */
final class GoodParts {
    private GoodParts() {}

    /**
     * A detector, and how it came about.
     *
     * @param detector the caller's to close
     * @param skipped one sentence for each file that could not be read
     * @param time of the whole training
     */
    record Learned(Detector detector, List<String> skipped, Duration time) {
        Learned {
            skipped = List.copyOf(skipped);
        }
    }

    static Learned learn(List<Path> files, TrainingSettings settings, EncoderSettings encoders, ProgressBar progress) {
        return learn(files, settings, encoders, 0, progress);
    }

    /** @param blindSpotTrials painted defects of each kind to look for blind spots with; 0 for not looking */
    static Learned learn(
            List<Path> files,
            TrainingSettings settings,
            EncoderSettings encoders,
            int blindSpotTrials,
            ProgressBar progress) {
        long start = System.nanoTime();
        List<String> skipped = new ArrayList<>();
        try (Training training = Training.start(settings, encoders)) {
            int[] done = {0};
            files.stream()
                    .gather(Gatherers.mapConcurrent(Runtime.getRuntime().availableProcessors(), Reading::of))
                    .forEach(reading -> {
                        switch (reading) {
                            case Reading.Picture readable ->
                                training.add(readable.file().getFileName().toString(), readable.image());
                            case Reading.Failure unreadable -> {
                                skipped.add(unreadable.reason());
                                progress.say("Skipped: " + unreadable.reason());
                            }
                        }
                        progress.report("reading good pictures", ++done[0], files.size());
                    });
            requireEnough(files.size() - skipped.size(), skipped);
            Detector detector = training.finish(progress, blindSpotTrials);
            return new Learned(detector, skipped, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static void requireEnough(int readable, List<String> skipped) {
        if (readable < Training.MIN_PICTURES) {
            throw new UnusableDataSetException(
                    "Learning needs at least %d good pictures that can be read; there %s %d%s."
                            .formatted(
                                    Training.MIN_PICTURES,
                                    readable == 1 ? "is" : "are",
                                    readable,
                                    skipped.isEmpty() ? "" : " (and %d that cannot)".formatted(skipped.size())));
        }
    }
}
