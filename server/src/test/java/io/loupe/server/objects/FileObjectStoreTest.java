package io.loupe.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.index.TenantId;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileObjectStoreTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final TenantId OTHER = new TenantId(new UUID(0, 2));
    private static final String SHA256_OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final long LIMIT = 1000;

    @TempDir
    Path folder;

    private FileObjectStore store;

    @BeforeEach
    void open() {
        store = new FileObjectStore(folder);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void bytesAreKnownByTheirHash() {
        ObjectStore.Kept kept = store.put(TENANT, bytes("hello"), LIMIT);
        assertThat(kept).isEqualTo(new ObjectStore.Kept(new ObjectKey(SHA256_OF_HELLO), 5));
        assertThat(store.find(TENANT, kept.key()))
                .get()
                .satisfies(file -> assertThat(file).hasContent("hello"));
    }

    @Test
    void aKeyIsKnownFromTheBytesAlone() {
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
        assertThat(ObjectKey.of(bytes)).isEqualTo(new ObjectKey(SHA256_OF_HELLO));
    }

    @Test
    void theSameBytesAreKeptOnceHoweverManyBringThemAtATime() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ObjectStore.Kept> put = () -> store.put(TENANT, bytes("hello"), LIMIT);
            for (Future<ObjectStore.Kept> kept : threads.invokeAll(Collections.nCopies(100, put))) {
                assertThat(kept.get().key().sha256()).isEqualTo(SHA256_OF_HELLO);
            }
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void aTenantHasItsOwn() {
        ObjectKey key = store.put(TENANT, bytes("hello"), LIMIT).key();
        assertThat(store.find(OTHER, key)).isEmpty();
        assertThat(store.remove(OTHER, key)).isFalse();
        assertThat(store.remove(TENANT, key)).isTrue();
        assertThat(store.find(TENANT, key)).isEmpty();
    }

    @Test
    void whatIsTooLargeLeavesNothing() throws IOException {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> store.put(TENANT, bytes("x".repeat(1001)), LIMIT))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.TOO_LARGE));
        store.put(TENANT, bytes("x".repeat(1000)), LIMIT);
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatBreaksOffLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line went dead");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("the line went dead");
            }
        };
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store.put(TENANT, new SequenceInputStream(bytes("half"), broken), LIMIT))
                .withMessageContaining("the line went dead");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAKilledServerLeftHalfWrittenGoesWithTheNextStart() throws IOException {
        Files.writeString(folder.resolve("incoming/half"), "hel");
        assertThat(new FileObjectStore(folder).find(TENANT, new ObjectKey(SHA256_OF_HELLO)))
                .isEmpty();
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "../../../../etc/passwd",
                "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824"
            })
    void aKeyThatIsNoHashIsNoKey(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey(text));
    }
}
