package io.loupe.vision.method.padim;

import io.loupe.vision.method.AnomalyMethod;
import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * PaDiM [1]: every grid cell has a Gaussian, fitted over the good pictures; a patch is as anomalous as its Mahalanobis
 * distance, a picture as its worst patch. For parts that always lie in the same place.
 *
 * <p>Deeper taps are brought to the finest grid by repeating cells, and all are concatenated. A random choice of at most
 * 100 channels is kept. Covariances are the unbiased ones plus 0.01 on the diagonal, which lets two pictures suffice;
 * with fewer than some 50 the scores are coarse.
 *
 * <p>Memory: positions x channels^2 / 2 float64 values, 41 MB for 1,024 positions and 100 channels, in training and
 * after it; every picture is read once.
 *
 * <p>[1] Defard et al., PaDiM: a Patch Distribution Modeling Framework for Anomaly Detection and Localization, 2021,
 * https://arxiv.org/abs/2011.08785
 */
public final class Padim implements AnomalyMethod {
    static final String ID = "padim";
    static final double REGULARISER = 0.01;
    private static final int MAX_CHANNELS = 100;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String summary() {
        return "A Gaussian for every place; for parts that always lie in the same place.";
    }

    @Override
    public FittedMethod fit(FeatureSource normals, MethodSettings settings, Progress progress) {
        TapShapes shapes = TapShapes.of(normals.features(0));
        return fit(normals, ChannelSubset.random(shapes, MAX_CHANNELS, settings.seed()), progress);
    }

    FittedPadim fit(FeatureSource normals, ChannelSubset channels, Progress progress) {
        if (normals.imageCount() < 2) {
            throw new IllegalArgumentException(
                    "padim needs at least 2 good pictures to know how they vary, and some 50 to know it well; got %d. Add good pictures."
                            .formatted(normals.imageCount()));
        }
        FittedPadim.requireStorable(channels);
        CellScatter[] scatters = Stream.generate(() -> new CellScatter(channels.count()))
                .limit(channels.shapes().patchCount())
                .toArray(CellScatter[]::new);
        // A few pictures at a time: their features are made side by side, then every cell takes them in order.
        int together = Runtime.getRuntime().availableProcessors();
        for (int from = 0; from < normals.imageCount(); from += together) {
            int to = Math.min(from + together, normals.imageCount());
            List<RowMatrix> pictures = IntStream.range(from, to)
                    .parallel()
                    .mapToObj(image -> channels.select(normals.features(image)))
                    .toList();
            IntStream.range(0, scatters.length)
                    .parallel()
                    .forEach(cell -> pictures.forEach(picture -> scatters[cell].add(picture, cell)));
            progress.report("reading pictures", to, normals.imageCount());
        }
        CellGaussian[] gaussians = Arrays.stream(scatters)
                .parallel()
                .map(scatter -> scatter.toGaussian(REGULARISER))
                .toArray(CellGaussian[]::new);
        return new FittedPadim(channels, gaussians, normals.imageCount());
    }

    @Override
    public FittedMethod load(SectionReader sections) {
        return FittedPadim.load(sections);
    }
}
