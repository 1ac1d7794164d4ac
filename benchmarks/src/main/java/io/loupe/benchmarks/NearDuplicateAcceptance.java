package io.loupe.benchmarks;

import io.loupe.benchmarks.NearDuplicateTable.Pair;
import io.loupe.benchmarks.NearDuplicateTable.Row;
import io.loupe.images.ImageFiles;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.file.AtomicFile;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/**
 * From which cosine on pictures count as near copies. {@code ./loupe test --near-duplicates} writes what it finds to {@code
 * docs/near-duplicates.md}, and fails when a limit in use takes too many different pictures for copies.
 */
public final class NearDuplicateAcceptance {
    private static final List<String> ENCODERS = List.of("coco-mobilenet-v3", "filter-bank");
    private static final int EVERY = 6;

    /** Pictures of one object, and what the second of them is. */
    private static final Map<String, List<String>> PAIRS = pairs();

    private NearDuplicateAcceptance() {}

    private static Map<String, List<String>> pairs() {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        String cups = "base_images/ukbench00120.jpg";
        pairs.put("as PNG with transparency", List.of(cups, "alpha_channel_image.png"));
        pairs.put("as WebP", List.of("base_images/ukbench09380.jpg", "formats_images/ukbench09380.webp"));
        pairs.put("300 x 300", List.of(cups, "mixed_images/ukbench00120_resize.jpg"));
        pairs.put("mirrored", List.of(cups, "mixed_images/ukbench00120_hflip.jpg"));
        pairs.put("turned by 30 degrees", List.of(cups, "mixed_images/ukbench00120_rotation.jpg"));
        pairs.put("another object", List.of(cups, "base_images/ukbench09268.jpg"));
        return pairs;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2 || !arguments[0].equals("--docs")) {
            throw new IllegalArgumentException("Expected --docs DIR, the folder for near-duplicates.md");
        }
        Path data = Path.of(Objects.requireNonNullElse(System.getenv("LOUPE_TEST_DATA"), "shared"), "data");
        if (!Files.isDirectory(data.resolve("natural")) || !Files.isDirectory(data.resolve("duplicates"))) {
            System.err.printf(
                    "Skipped: near duplicates need pictures in %s/natural and %s/duplicates; set LOUPE_TEST_DATA%n",
                    data, data);
            return;
        }
        Encoders encoders = Encoders.with(EncoderSettings.defaults().withThreads(1));
        List<Row> rows = new ArrayList<>();
        Map<String, List<Double>> cosines = new LinkedHashMap<>();
        for (String id : ENCODERS) {
            try (ImageEncoder encoder = encoders.openImageEncoder(id)) {
                rows.add(measure(encoder, data.resolve("natural")));
                System.out.println(rows.getLast().sentence());
                PAIRS.forEach((what, files) -> cosines.computeIfAbsent(what, _ -> new ArrayList<>())
                        .add(cosine(encoder, data.resolve("duplicates/imagededup"), files)));
            }
        }
        NearDuplicateTable table = new NearDuplicateTable(
                rows,
                cosines.entrySet().stream()
                        .map(pair -> new Pair(pair.getKey(), pair.getValue()))
                        .toList());
        AtomicFile.writeText(Path.of(arguments[1], "near-duplicates.md"), table.markdown());
        System.exit(table.passes() ? 0 : 1);
    }

    private static double cosine(ImageEncoder encoder, Path folder, List<String> files) {
        List<ImageEmbedding> both = files.stream()
                .map(file -> encoder.embed(ImageFiles.read(folder.resolve(file))))
                .toList();
        return both.getFirst().cosineSimilarity(both.getLast());
    }

    private static Row measure(ImageEncoder encoder, Path folder) throws IOException {
        List<Path> files = ImageFiles.listRecursively(folder);
        Set<Set<Path>> same = knownToBeTheSame(folder);
        List<ImageEmbedding> embeddings = embedAll(encoder, files);
        double[] nearest = IntStream.range(0, files.size())
                .parallel()
                .mapToDouble(i -> IntStream.range(0, files.size())
                        .filter(j -> i != j && !same.contains(Set.of(files.get(i), files.get(j))))
                        .mapToDouble(j -> embeddings.get(i).cosineSimilarity(embeddings.get(j)))
                        .max()
                        .orElseThrow())
                .sorted()
                .toArray();
        double limit = encoder.nearDuplicateCosine().orElseThrow();
        int allowed = (int) (NearDuplicateTable.ALLOWED * nearest.length);
        return new Row(
                encoder.info().id(),
                limit,
                (double) Arrays.stream(nearest)
                                .filter(cosine -> cosine >= limit)
                                .count()
                        / nearest.length,
                Math.nextUp(nearest[nearest.length - 1 - allowed]),
                found(encoder, files, embeddings, limit));
    }

    /** From the list of pairs that comes with the photographs. */
    private static Set<Set<Path>> knownToBeTheSame(Path folder) throws IOException {
        Set<Set<Path>> same = new HashSet<>();
        List<String> lines = Files.readAllLines(folder.resolve("near_duplicates_found.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            same.add(Set.of(folder.resolve(columns[0]), folder.resolve(columns[1])));
        }
        return same;
    }

    private static List<ImageEmbedding> embedAll(ImageEncoder encoder, List<Path> files) {
        return files.stream()
                .gather(Gatherers.mapConcurrent(
                        Runtime.getRuntime().availableProcessors(), file -> encoder.embed(ImageFiles.read(file))))
                .toList();
    }

    private static Map<Alteration, Double> found(
            ImageEncoder encoder, List<Path> files, List<ImageEmbedding> embeddings, double limit) {
        Map<Alteration, Double> found = new EnumMap<>(Alteration.class);
        int count = 0;
        for (int i = 0; i < files.size(); i += EVERY) {
            count++;
            RgbImage picture = ImageFiles.read(files.get(i));
            for (Alteration alteration : Alteration.values()) {
                double cosine = embeddings.get(i).cosineSimilarity(encoder.embed(alteration.of(picture)));
                found.merge(alteration, cosine >= limit ? 1.0 : 0.0, Double::sum);
            }
        }
        int pictures = count;
        found.replaceAll((_, hits) -> hits / pictures);
        return found;
    }
}
