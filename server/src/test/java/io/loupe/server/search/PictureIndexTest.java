package io.loupe.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.index.Hits.Hit;
import io.loupe.index.PayloadFilter;
import io.loupe.index.PayloadFilter.AnyKeyword;
import io.loupe.index.UnitVector;
import io.loupe.index.VectorQuery;
import io.loupe.index.VectorQuery.Accuracy;
import io.loupe.server.TestServer;
import io.loupe.server.library.Images;
import io.loupe.server.models.EmbeddingModel;
import io.loupe.testkit.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index follows the database, whatever happens to it. */
@Seeded
final class PictureIndexTest {
    private static final int DIMENSION = 8;

    @TempDir
    private Path folder;

    private final MadePictures pictures = new MadePictures("made", "1");
    private PictureIndex index;

    @BeforeEach
    void open() {
        index = openIn(folder, "1");
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static PictureIndex openIn(Path folder, String version) {
        EmbeddingModel model = new EmbeddingModel("made", version, DIMENSION, 0.95);
        return new PictureIndex(
                folder,
                () -> model,
                TestServer.bean(Images.class),
                TestServer.bean(IndexPoints.class),
                Duration.ofHours(1)); // commits when it is closed, and not in the middle of a test
    }

    private UUID add(String name, Random random, String... tags) {
        return pictures.add(name, MadePictures.vector(random, DIMENSION), tags);
    }

    private List<UUID> addSome(int count, Random random) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(add("picture " + i, random));
        }
        return ids;
    }

    private void awaitAll() {
        index.awaitApplied(pictures.tenant, pictures.lastSequence());
    }

    private List<UUID> found(PayloadFilter filter) {
        return found(index, filter);
    }

    private List<UUID> found(PictureIndex index, PayloadFilter filter) {
        UnitVector any = MadePictures.vector(new Random(5), DIMENSION);
        return index.search(pictures.tenant, new VectorQuery(any, 1_000, filter, Accuracy.AUTOMATIC)).hits().stream()
                .map(Hit::id)
                .toList();
    }

    private List<UUID> found() {
        return found(PayloadFilter.EVERYTHING);
    }

    private boolean isWhole() {
        return index.status(pictures.tenant).whole();
    }

    private void awaitWhole() throws InterruptedException {
        while (!isWhole()) {
            Thread.sleep(20);
        }
    }

    /** What a kill leaves: the files as they are. */
    private void copyFiles(Path copy) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                Path target = copy.resolve(folder.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private void deleteFiles(String ending) throws IOException {
        index.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> files = paths.filter(
                            path -> Files.isRegularFile(path) && path.toString().endsWith(ending))
                    .toList();
            assertThat(files).isNotEmpty();
            for (Path file : files) {
                Files.delete(file);
            }
        }
        index = openIn(folder, "1");
    }

    @Test
    void whoWroteFindsWhatTheyWrote(Random random) {
        assertThat(found()).isEmpty();
        UUID first = add("first", random, "red");
        awaitAll();
        assertThat(found()).containsExactly(first);
        UUID second = add("second", random);
        pictures.change("tags = '{blue}'", first);
        awaitAll();
        assertThat(found()).containsExactlyInAnyOrder(first, second);
        assertThat(found(new AnyKeyword("tags", Set.of("blue")))).containsExactly(first);
        assertThat(found(new AnyKeyword("tags", Set.of("red")))).isEmpty();
    }

    @Test
    void whatIsInTheTrashOrGoneIsNotFound(Random random) {
        List<UUID> ids = addSome(3, random);
        pictures.change("trashed_at = now()", ids.get(0));
        pictures.remove(ids.get(1));
        awaitAll();
        assertThat(found()).containsExactly(ids.get(2));
        pictures.change("trashed_at = NULL", ids.get(0));
        awaitAll();
        assertThat(found()).containsExactlyInAnyOrder(ids.get(0), ids.get(2));
    }

    @Test
    void anotherTenantFindsNothing(Random random) {
        addSome(3, random);
        awaitAll();
        MadePictures others = new MadePictures("made", "1");
        UUID own = others.add("own", MadePictures.vector(random, DIMENSION));
        UnitVector any = MadePictures.vector(random, DIMENSION);
        VectorQuery query = new VectorQuery(any, 10, PayloadFilter.EVERYTHING, Accuracy.AUTOMATIC);
        assertThat(index.search(others.tenant, query).hits())
                .extracting(Hit::id)
                .containsExactly(own);
        assertThat(index.status(others.tenant).size()).isEqualTo(1);
    }

    @Test
    void changesAreForgottenOnceTheyAreCommittedAndNotBefore(Random random) {
        addSome(3, random);
        awaitAll();
        assertThat(pictures.changesKept()).isEqualTo(3);
        index.close();
        assertThat(pictures.changesKept()).isZero();
        index = openIn(folder, "1");
        assertThat(found()).hasSize(3);
        assertThat(isWhole()).isTrue();
    }

    @Test
    void whatAKilledServerHadAppliedAndNotCommittedIsAppliedAgain(Random random, @TempDir Path copy)
            throws IOException {
        List<UUID> before = addSome(3, random);
        awaitAll();
        index.close();
        index = openIn(folder, "1");
        UUID after = add("after the commit", random);
        pictures.change("trashed_at = now()", before.getFirst());
        awaitAll();
        copyFiles(copy);
        try (PictureIndex restarted = openIn(copy, "1")) {
            assertThat(restarted.status(pictures.tenant).whole()).isTrue();
            assertThat(found(restarted, PayloadFilter.EVERYTHING))
                    .containsExactlyInAnyOrder(before.get(1), before.get(2), after);
        }
    }

    @Test
    void whatChangedWhileNoServerFollowedIsAppliedAtTheStart(Random random) {
        index.close();
        List<UUID> ids = addSome(2 * Follower.BATCH + 1, random);
        index = openIn(folder, "1");
        assertThat(found()).hasSize(1_000);
        assertThat(index.status(pictures.tenant).size()).isEqualTo(ids.size());
    }

    @Test
    void aDeletedIndexIsFilledAnewWhileTheDatabaseIsSearched(Random random) throws Exception {
        List<UUID> ids = addSome(30, random);
        awaitAll();
        deleteFiles("");
        UUID more = add("more", random, "red");
        awaitAll();
        ids.add(more);
        assertThat(found()).as("from the database or the new index").containsExactlyInAnyOrderElementsOf(ids);
        assertThat(found(new AnyKeyword("tags", Set.of("red")))).containsExactly(more);
        awaitWhole();
        assertThat(found()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(index.status(pictures.tenant))
                .satisfies(status -> assertThat(status.size()).isEqualTo(31))
                .satisfies(status -> assertThat(status.behind()).isZero());
    }

    @Test
    void soIsOneWithABrokenSegment(Random random) throws Exception {
        List<UUID> ids = addSome(30, random);
        awaitAll();
        deleteFiles(".cfs");
        assertThat(found()).containsExactlyInAnyOrderElementsOf(ids);
        awaitWhole();
        assertThat(found()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void soIsOneThatLacksChangesWhichAreForgotten(Random random, @TempDir Path old) throws Exception {
        addSome(2, random);
        awaitAll();
        index.close();
        index = openIn(old, "1"); // in a folder of its own it begins with nothing, and nothing is kept for it
        awaitWhole();
        add("more", random);
        awaitAll();
        index.close();
        index = openIn(folder, "1");
        assertThat(found()).hasSize(3);
        awaitWhole();
        assertThat(found()).hasSize(3);
    }

    @Test
    void anotherModelHasAnIndexOfItsOwn(Random random) throws Exception {
        addSome(3, random);
        awaitAll();
        index.close();
        index = openIn(folder, "2");
        assertThat(found()).as("no picture has a vector of this model").isEmpty();
        awaitWhole();
        assertThat(index.status(pictures.tenant).size()).isZero();
        try (Stream<Path> models = Files.list(folder)) {
            assertThat(models.map(model -> model.getFileName().toString()))
                    .containsExactlyInAnyOrder("made@1", "made@2");
        }
    }

    @Test
    void readersGoOnBesideWritersAndARebuild(Random random) throws InterruptedException, ExecutionException {
        addSome(50, random);
        awaitAll();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<UUID>> writers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String name = "written " + i;
                UnitVector vector = MadePictures.vector(random, DIMENSION);
                writers.add(threads.submit(() -> {
                    UUID id = pictures.add(name, vector);
                    awaitAll();
                    assertThat(found()).contains(id);
                    return id;
                }));
            }
            Future<?> rebuild = threads.submit(() -> index.rebuild(pictures.tenant, _ -> {}));
            for (int i = 0; i < 20; i++) {
                assertThat(found()).hasSizeGreaterThanOrEqualTo(50);
            }
            for (Future<UUID> writer : writers) {
                writer.get();
            }
            rebuild.get();
        }
        assertThat(isWhole()).isTrue();
        assertThat(found()).hasSize(70);
    }
}
