package io.loupe.vision;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.AnomalyMaps;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.method.mutual.MutualScoring;
import io.loupe.vision.progress.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders a batch that nobody has sorted by how odd each picture is among the others: for a first look, or to find the
 * bad ones among pictures that should all be good. Open it, add every picture, rank. Not thread-safe.
 */
public final class BatchRanking implements AutoCloseable {
    /** A picture is odd compared with others; two could only be equally odd. */
    public static final int MIN_PICTURES = 3;

    private final PatchEncoder encoder;
    private final PictureSpool spool;
    private final List<String> names = new ArrayList<>();

    private BatchRanking(PatchEncoder encoder) {
        this.encoder = encoder;
        this.spool = new PictureSpool(encoder.inputSize());
    }

    /**
     * A picture of the batch.
     *
     * @param index in the order of adding
     * @param score higher = odder; comparable within the batch only
     * @param map where it is odd, at the encoder's input size
     */
    public record Ranked(int index, String name, double score, AnomalyMap map) {}

    /**
     * Opens the encoder and waits for pictures.
     *
     * @throws io.loupe.vision.encoder.UnableToOpenEncoderException if the encoder cannot be had
     */
    public static BatchRanking start(PatchEncoderRequest request, EncoderSettings settings) {
        return new BatchRanking(Encoders.with(settings).openPatchEncoder(request));
    }

    /** Adds one picture of the batch. */
    public void add(String name, RgbImage image) {
        spool.append(encoder.prepare(image));
        names.add(name);
    }

    /**
     * The whole batch, oddest first. Cost grows with the square of the number of pictures.
     *
     * @throws IllegalArgumentException if there are fewer than {@link #MIN_PICTURES}
     */
    public List<Ranked> rank(Progress progress) {
        if (names.size() < MIN_PICTURES) {
            throw new IllegalArgumentException("Ranking compares pictures with each other and needs at least %d, got %d"
                    .formatted(MIN_PICTURES, names.size()));
        }
        PatchEncoder fitted = encoder.fittedOn(spool);
        EncodedPictures pictures = new EncodedPictures(fitted, spool, PictureGroups.single(spool.size()), List.of());
        List<PatchScores> scores = MutualScoring.score(pictures, progress);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            AnomalyMap map = AnomalyMaps.fromPatchScores(scores.get(i), fitted.inputSize());
            ranked.add(new Ranked(i, names.get(i), scores.get(i).imageLevelScore(), map));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        return ranked;
    }

    /** Removes the temporary pictures and closes the encoder. */
    @Override
    public void close() {
        spool.close();
        encoder.close();
    }
}
