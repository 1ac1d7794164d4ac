package io.loupe.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.index.Change;
import io.loupe.index.Change.Delete;
import io.loupe.index.Change.Put;
import io.loupe.index.ExactVectorIndex;
import io.loupe.index.Hits;
import io.loupe.index.Hits.Hit;
import io.loupe.index.Payload;
import io.loupe.index.PayloadFilter;
import io.loupe.index.PayloadFilter.AllWords;
import io.loupe.index.PayloadFilter.AnyKeyword;
import io.loupe.index.PayloadFilter.Exists;
import io.loupe.index.TenantId;
import io.loupe.index.UnitVector;
import io.loupe.index.VectorIndex;
import io.loupe.index.VectorQuery;
import io.loupe.index.VectorQuery.Accuracy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link VectorIndex} must do; the reference is {@link ExactVectorIndex}. */
@Seeded
public abstract class VectorIndexContract {
    protected static final int DIMENSION = 16;
    protected static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final TenantId OTHER = new TenantId(new UUID(0, 2));

    @TempDir
    protected Path folder;

    private VectorIndex index;
    private final VectorIndex reference = new ExactVectorIndex(DIMENSION);
    private long sequence;

    /** The implementation under test; opened twice on one folder, it is the same index after a restart. */
    protected abstract VectorIndex open(Path folder, int dimension);

    @BeforeEach
    void open() {
        index = open(folder, DIMENSION);
    }

    @AfterEach
    void close() {
        index.close();
    }

    /** Ids whose order as signed and as unsigned numbers differs. */
    protected static UUID id(int number) {
        return new UUID(number % 2 == 0 ? Long.MIN_VALUE : 0, number);
    }

    protected static UnitVector vector(Random random, int dimension) {
        float[] values = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return UnitVector.of(values);
    }

    /** One of the axes, so that many points tie. */
    private static UnitVector axis(int number) {
        float[] values = new float[DIMENSION];
        values[number % DIMENSION] = 1;
        return UnitVector.of(values);
    }

    private static Payload payload(int number) {
        return new Payload(
                Map.of("tags", List.of("mod3=" + number % 3, "mod100=" + number % 100)),
                number % 5 == 0 ? Map.of("size", (double) number) : Map.of());
    }

    protected static List<Change> points(int from, int to, Random random) {
        List<Change> puts = new ArrayList<>();
        for (int number = from; number < to; number++) {
            puts.add(new Put(id(number), vector(random, DIMENSION), payload(number)));
        }
        return puts;
    }

    private void apply(List<Change> changes) {
        sequence += changes.size();
        index.apply(TENANT, changes, sequence);
        reference.apply(TENANT, changes, sequence);
    }

    private static VectorQuery query(UnitVector vector, int limit, PayloadFilter filter) {
        return new VectorQuery(vector, limit, filter, Accuracy.EXACT);
    }

    private void agrees(UnitVector vector, int limit, PayloadFilter filter) {
        assertThat(index.search(TENANT, query(vector, limit, filter)).hits())
                .isEqualTo(
                        reference.search(TENANT, query(vector, limit, filter)).hits());
    }

    @Test
    void aNewIndexIsEmptyAndFindsNothing(Random random) {
        assertThat(index.size(TENANT)).isZero();
        assertThat(index.sequence(TENANT)).isZero();
        agrees(vector(random, DIMENSION), 10, PayloadFilter.EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 100, 300, 1000})
    void theNearestComeFirstHoweverManyAreWanted(int limit, Random random) {
        apply(points(0, 300, random));
        agrees(vector(random, DIMENSION), limit, PayloadFilter.EVERYTHING);
    }

    @Test
    void similaritiesAreCosinesFromMinusOneToOne() {
        float[] down = axis(0).values();
        down[0] = -3;
        apply(List.of(
                new Put(id(0), axis(0), Payload.EMPTY),
                new Put(id(1), axis(1), Payload.EMPTY),
                new Put(id(2), UnitVector.of(down), Payload.EMPTY)));
        assertThat(index.search(TENANT, query(axis(0), 3, PayloadFilter.EVERYTHING))
                        .hits())
                .containsExactly(new Hit(id(0), 1), new Hit(id(1), 0), new Hit(id(2), -1));
    }

    @Test
    void amongEquallyNearOnesTheSmallerIdComesFirst(Random random) {
        List<Change> ties = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            ties.add(new Put(id(number), axis(number % 2), Payload.EMPTY));
        }
        Collections.shuffle(ties, random);
        apply(ties);
        for (int limit : new int[] {1, 7, 30, 31, 60}) {
            agrees(axis(0), limit, PayloadFilter.EVERYTHING);
        }
    }

    @Test
    void pointsThatDifferByLessThanAFloatCanTellKeepTheirOrder(Random random) {
        UnitVector wanted = vector(random, DIMENSION);
        List<Change> near = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            float[] values = wanted.values();
            values[number % DIMENSION] += random.nextFloat() * 3e-4f; // an angle whose cosine is 1 - 5e-8 at most
            near.add(new Put(id(number), UnitVector.of(values), Payload.EMPTY));
        }
        apply(near);
        for (int limit : new int[] {1, 10, 100}) {
            agrees(wanted, limit, PayloadFilter.EVERYTHING);
        }
    }

    @Test
    void whatWasDeletedIsNotFound(Random random) {
        apply(points(0, 50, random));
        apply(List.of(new Delete(id(3)), new Delete(id(4)), new Delete(id(999))));
        assertThat(index.size(TENANT)).isEqualTo(48);
        agrees(vector(random, DIMENSION), 50, PayloadFilter.EVERYTHING);
    }

    @Test
    void aPointThatIsPutAgainIsReplaced(Random random) {
        apply(points(0, 20, random));
        apply(List.of(new Put(id(7), axis(7), new Payload(Map.of("tags", List.of("new")), Map.of()))));
        assertThat(index.size(TENANT)).isEqualTo(20);
        agrees(axis(7), 20, PayloadFilter.EVERYTHING);
        agrees(axis(7), 20, new AnyKeyword("tags", Set.of("new")));
        agrees(axis(7), 20, new AnyKeyword("tags", Set.of("mod100=7")));
    }

    @Test
    void applyingTheSameAgainChangesNothing(Random random) {
        List<Change> changes = points(0, 20, random);
        apply(changes);
        index.apply(TENANT, changes, sequence);
        assertThat(index.size(TENANT)).isEqualTo(20);
        agrees(vector(random, DIMENSION), 20, PayloadFilter.EVERYTHING);
    }

    @Test
    void laterChangesOfOneBatchWin(Random random) {
        Put put = new Put(id(1), vector(random, DIMENSION), Payload.EMPTY);
        apply(List.of(put, new Delete(id(1)), new Put(id(2), axis(2), Payload.EMPTY), new Delete(id(3)), put));
        assertThat(index.size(TENANT)).isEqualTo(2);
        agrees(axis(2), 5, PayloadFilter.EVERYTHING);
    }

    @Test
    void filtersOfAnySelectivityMeanWhatTheirEvaluatorSays(Random random) {
        apply(points(0, 500, random));
        RandomFilters filters = new RandomFilters(random);
        for (int i = 0; i < 200; i++) {
            agrees(vector(random, DIMENSION), 1 + random.nextInt(40), filters.draw());
        }
    }

    @Test
    void aKeywordTooLongToBeAskedForDoesNoHarm(Random random) {
        Payload payload = new Payload(Map.of("tags", List.of("x".repeat(40_000) + " short")), Map.of());
        apply(List.of(new Put(id(1), vector(random, DIMENSION), payload)));
        agrees(axis(1), 1, new Exists("tags"));
        agrees(axis(1), 1, new AllWords("tags", Set.of("short")));
    }

    @Test
    void aVectorOfAnotherDimensionIsRefusedAndNothingOfItsBatchApplied(Random random) {
        List<Change> batch = List.of(
                new Put(id(1), vector(random, DIMENSION), Payload.EMPTY),
                new Put(id(2), vector(random, DIMENSION + 1), Payload.EMPTY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.apply(TENANT, batch, 2))
                .withMessageContaining("has 17 values, those of this index have 16");
        assertThat(index.size(TENANT)).isZero();
        assertThat(index.sequence(TENANT)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        index.search(TENANT, query(vector(random, DIMENSION - 1), 1, PayloadFilter.EVERYTHING)));
    }

    @Test
    void aTenantFindsItsOwnPointsOnly(Random random) {
        apply(points(0, 30, random));
        assertThat(index.search(OTHER, query(axis(0), 30, PayloadFilter.EVERYTHING))
                        .hits())
                .isEmpty();
        index.apply(OTHER, List.of(new Put(id(1), axis(1), Payload.EMPTY), new Delete(id(2))), 9);
        assertThat(index.size(OTHER)).isEqualTo(1);
        assertThat(index.sequence(OTHER)).isEqualTo(9);
        assertThat(index.sequence(TENANT)).isEqualTo(30);
        agrees(axis(1), 30, PayloadFilter.EVERYTHING);
        index.clear(OTHER);
        assertThat(index.size(OTHER)).isZero();
        assertThat(index.size(TENANT)).isEqualTo(30);
    }

    @Test
    void aClearedIndexBeginsAnew(Random random) {
        apply(points(0, 30, random));
        index.clear(TENANT);
        assertThat(index.size(TENANT)).isZero();
        assertThat(index.sequence(TENANT)).isZero();
        index.apply(TENANT, points(0, 5, random), 5);
        assertThat(index.size(TENANT)).isEqualTo(5);
    }

    @Test
    void afterARestartTheChangesBehindItsSequenceMakeItWhole(Random random) {
        List<Change> all = points(0, 40, random);
        apply(all.subList(0, 25));
        index.commit(TENANT);
        index.close();
        index = open(folder, DIMENSION);
        int from = (int) index.sequence(TENANT);
        assertThat(from).isIn(0, 25);
        assertThat(index.size(TENANT)).isEqualTo(from);
        index.apply(TENANT, all.subList(from, 40), 40);
        reference.apply(TENANT, all, 40);
        agrees(vector(random, DIMENSION), 40, PayloadFilter.EVERYTHING);
    }

    @Test
    void searchesGoOnBesideChangesAndSeeWholePoints(Random random) throws InterruptedException, ExecutionException {
        apply(points(0, 200, random));
        List<Change> again = points(0, 200, random);
        UnitVector wanted = vector(random, DIMENSION);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    index.apply(TENANT, again.subList(i * 10, i * 10 + 10), 201 + i);
                }
            });
            List<Future<Hits>> readers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                readers.add(threads.submit(() -> index.search(TENANT, query(wanted, 200, PayloadFilter.EVERYTHING))));
            }
            for (Future<Hits> reader : readers) {
                assertThat(reader.get().hits()).hasSize(200).doesNotHaveDuplicates();
            }
            writer.get();
        }
    }

    @Test
    void vectorsWithoutADirectionAreRefusedWhereTheyAreMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitVector.of(new float[] {1, Float.NaN}))
                .withMessageContaining("Value 1 of the vector is NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> UnitVector.of(new float[] {Float.POSITIVE_INFINITY}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitVector.of(new float[3]))
                .withMessageContaining("All 3 values of the vector are zero");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Payload(Map.of(), Map.of("size", Double.NaN)))
                .withMessageContaining("Field 'size' is NaN");
    }
}
