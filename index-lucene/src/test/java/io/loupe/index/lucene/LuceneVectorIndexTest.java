package io.loupe.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.index.Change;
import io.loupe.index.ExactVectorIndex;
import io.loupe.index.Hits;
import io.loupe.index.Hits.Hit;
import io.loupe.index.Hits.Plan;
import io.loupe.index.PayloadFilter;
import io.loupe.index.PayloadFilter.AnyKeyword;
import io.loupe.index.UnitVector;
import io.loupe.index.VectorIndex;
import io.loupe.index.VectorQuery;
import io.loupe.index.VectorQuery.Accuracy;
import io.loupe.testkit.VectorIndexContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LuceneVectorIndexTest extends VectorIndexContract {
    private static final int MANY = 6_000;

    @Override
    protected VectorIndex open(Path folder, int dimension) {
        return new LuceneVectorIndex(folder, dimension);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void corrupt(Path folder, String ending) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> files = paths.filter(path -> path.toString().endsWith(ending) && Files.isRegularFile(path))
                    .toList();
            assertThat(files).isNotEmpty();
            for (Path path : files) {
                Files.write(path, new byte[] {1, 2, 3});
            }
        }
    }

    private static double recall(Hits found, Hits expected) {
        Set<UUID> ids = Set.copyOf(found.hits().stream().map(Hit::id).toList());
        return expected.hits().stream().filter(hit -> ids.contains(hit.id())).count()
                / (double) expected.hits().size();
    }

    @Test
    void whatWasNotCommittedIsLostWithTheProcessAndNothingElse(Random random, @TempDir Path copy) throws IOException {
        List<Change> all = points(0, 40, random);
        try (VectorIndex index = open(folder, DIMENSION)) {
            index.apply(TENANT, all.subList(0, 25), 25);
            index.commit(TENANT);
            index.apply(TENANT, all.subList(25, 40), 40);
            copy(folder, copy); // what the disk holds when the process is killed now
        }
        try (VectorIndex index = open(copy, DIMENSION)) {
            assertThat(index.sequence(TENANT)).isEqualTo(25);
            assertThat(index.size(TENANT)).isEqualTo(25);
        }
    }

    @Test
    void closingCommits(Random random) {
        try (VectorIndex index = open(folder, DIMENSION)) {
            index.apply(TENANT, points(0, 10, random), 10);
        }
        try (VectorIndex index = open(folder, DIMENSION)) {
            assertThat(index.sequence(TENANT)).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".cfs", ".cfe", ".si"})
    void anIndexThatCannotBeReadBeginsAnew(String ending, Random random) throws IOException {
        try (VectorIndex index = open(folder, DIMENSION)) {
            index.apply(TENANT, points(0, 10, random), 10);
        }
        corrupt(folder, ending);
        try (VectorIndex index = open(folder, DIMENSION)) {
            assertThat(index.sequence(TENANT)).isZero();
            index.apply(TENANT, points(0, 10, random), 10);
            assertThat(index.size(TENANT)).isEqualTo(10);
        }
    }

    @Test
    void manyPointsAreFoundAlongTheGraphAndFewByScan(Random random) {
        UnitVector wanted = vector(random, DIMENSION);
        PayloadFilter few = new AnyKeyword("tags", Set.of("mod100=7"));
        PayloadFilter third = new AnyKeyword("tags", Set.of("mod3=1"));
        try (VectorIndex index = open(folder, DIMENSION);
                VectorIndex reference = new ExactVectorIndex(DIMENSION)) {
            for (VectorIndex each : List.of(index, reference)) {
                each.apply(TENANT, points(0, MANY, new Random(7)), MANY);
            }
            for (PayloadFilter filter : List.of(PayloadFilter.EVERYTHING, few, third)) {
                Hits found = index.search(TENANT, new VectorQuery(wanted, 10, filter, Accuracy.AUTOMATIC));
                Hits expected = reference.search(TENANT, new VectorQuery(wanted, 10, filter, Accuracy.EXACT));
                assertThat(found.plan())
                        .isEqualTo(filter.equals(PayloadFilter.EVERYTHING) ? Plan.GRAPH : Plan.EXACT_SCAN);
                assertThat(recall(found, expected)).as("recall with %s", filter).isGreaterThanOrEqualTo(0.9);
            }
            Hits exact = index.search(TENANT, new VectorQuery(wanted, 10, PayloadFilter.EVERYTHING, Accuracy.EXACT));
            assertThat(exact.plan()).isEqualTo(Plan.EXACT_SCAN);
            assertThat(exact.measured()).isEqualTo(MANY);
        }
    }

    @Test
    void vectorsThatLuceneCannotKeepAreRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(folder, 1025))
                .withMessageContaining("Lucene keeps vectors of up to 1024 values, these have 1025");
    }
}
