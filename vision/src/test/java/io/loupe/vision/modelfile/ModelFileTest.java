package io.loupe.vision.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.testkit.Seeded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Seeded
final class ModelFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("part.loupe");
    }

    @Nested
    class Sections {
        @Test
        void comeBackAsTheyWerePut() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("method", "patchcore");
            facts.put("empty", "");
            facts.put("a formula", "é = mc² = ...");
            ModelFile.write(file, sections -> {
                sections.putFacts("facts", facts);
                sections.putBytes("bytes", new byte[] {-1, 0, 127});
                sections.putFloats("floats", new float[] {1.5f, Float.NaN, -0f, Float.MIN_VALUE});
                sections.putInts("ints", new int[] {Integer.MIN_VALUE, 0, 0x01020304});
                sections.putFloats("nothing", new float[0]);
            });

            try (ModelFile model = ModelFile.open(file)) {
                assertThat(model.names()).containsExactly("facts", "bytes", "floats", "ints", "nothing");
                assertThat(model.has("ints")).isTrue();
                assertThat(model.has("int")).isFalse();
                assertThat(model.facts("facts")).containsExactlyEntriesOf(facts);
                assertThat(model.bytes("bytes")).containsExactly(-1, 0, 127);
                assertThat(model.floats("floats")).containsExactly(1.5f, Float.NaN, -0f, Float.MIN_VALUE);
                assertThat(model.ints("ints")).containsExactly(Integer.MIN_VALUE, 0, 0x01020304);
                assertThat(model.floats("nothing")).isEmpty();
                assertThat(model.corrections()).isEmpty();
                assertThat(model.tornTail()).isFalse();
                model.verify();
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 15, 16, 17, 16_383, 16_384, 16_385, 100_003})
        void ofAnySizeComeBack(int size, Random random) {
            float[] floats = new float[size];
            for (int i = 0; i < size; i++) {
                floats[i] = random.nextFloat();
            }
            int[] ints = random.ints(size).toArray();
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            ModelFile.write(file, sections -> {
                sections.putFloats("floats", floats);
                sections.putBytes("bytes", bytes);
                sections.putInts("ints", ints);
            });

            try (ModelFile model = ModelFile.open(file)) {
                assertThat(model.floats("floats")).isEqualTo(floats);
                assertThat(model.bytes("bytes")).isEqualTo(bytes);
                assertThat(model.ints("ints")).isEqualTo(ints);
            }
        }

        @Test
        void areLittleEndianAndBeginAtMultiplesOf64() throws IOException {
            ModelFile.write(file, sections -> {
                sections.putBytes("odd", new byte[65]);
                sections.putInts("ints", new int[] {0x01020304});
            });

            byte[] written = Files.readAllBytes(file);
            int payload = 64 + (64 + 128) + 64;
            assertThat(written).hasSize(payload + 64 + 64);
            assertThat(written).startsWith(0x89, 'L', 'O', 'U', 'P', 'E', '\r', '\n', 1, 0, 0, 0);
            assertThat(written).containsSequence('I', 'N', 'T', '4');
            assertThat(new byte[] {written[payload], written[payload + 1], written[payload + 2], written[payload + 3]})
                    .containsExactly(4, 3, 2, 1);
        }

        @Test
        void replaceAnOldModelOnlyAsAWhole() {
            ModelFile.write(file, sections -> sections.putInts("rows", new int[] {1}));

            assertThatThrownBy(() -> ModelFile.write(file, sections -> {
                        sections.putInts("rows", new int[] {2});
                        throw new IllegalStateException("training stopped");
                    }))
                    .hasMessage("training stopped");

            try (ModelFile model = ModelFile.open(file)) {
                assertThat(model.ints("rows")).containsExactly(1);
            }
        }

        @Test
        void stayReadableWhileTheFileIsReplaced() {
            ModelFile.write(file, sections -> sections.putInts("rows", new int[] {1}));

            try (ModelFile model = ModelFile.open(file)) {
                ModelFile.write(file, sections -> sections.putInts("rows", new int[] {2}));

                assertThat(model.ints("rows")).containsExactly(1);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "two words", "bänk", "a-name-of-45-characters-is-one-character-long"})
        void haveShortPlainNames(String name) {
            assertThatThrownBy(() -> ModelFile.write(file, sections -> sections.putInts(name, new int[1])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + name + "'")
                    .hasMessageContaining("1 to 44");
        }

        @Test
        void haveUniqueNames() {
            assertThatThrownBy(() -> ModelFile.write(file, sections -> {
                        sections.putInts("rows", new int[1]);
                        sections.putBytes("rows", new byte[1]);
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'rows' already");
        }

        @Test
        void holdAtMostTwoGibibytes() {
            assertThat(BlockWriter.payloadLength(BlockType.FLOATS, "bank", 536_870_896))
                    .isEqualTo(2_147_483_584);
            assertThatThrownBy(() -> BlockWriter.payloadLength(BlockType.FLOATS, "bank", 536_870_897))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'bank' would have 2,147,483,588 bytes")
                    .hasMessageContaining("a smaller bank");
        }

        @ParameterizedTest
        @ValueSource(strings = {"=", "a=b", "a\nb", "a\rb"})
        void refuseFactsThatCouldNotBeReadBack(String key) {
            assertThatThrownBy(() -> ModelFile.write(file, sections -> sections.putFacts("f", Map.of(key, "v"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no '='");
        }

        @Test
        void refuseFactsThatAreNoText() {
            assertThatThrownBy(() -> ModelFile.write(file, sections -> sections.putFacts("f", Map.of("k", "\ud800"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Unicode");
        }
    }

    @Nested
    class Corrections {
        @BeforeEach
        void writeASmallModel() {
            ModelFile.write(file, sections -> sections.putInts("rows", new int[] {1, 2}));
        }

        @Test
        void areAppendedInOrder() {
            ModelFile.appendCorrection(file, new byte[] {1});
            ModelFile.appendCorrection(file, new byte[0]);
            ModelFile.appendCorrection(file, new byte[100]);

            try (ModelFile model = ModelFile.open(file)) {
                assertThat(model.corrections()).containsExactly(new byte[] {1}, new byte[0], new byte[100]);
                assertThat(model.ints("rows")).containsExactly(1, 2);
                assertThat(model.tornTail()).isFalse();
            }
        }

        @Test
        void cutShortByACrashAreLeftOutAndOverwritten() throws IOException {
            ModelFile.appendCorrection(file, new byte[] {1});
            byte[] one = Files.readAllBytes(file);
            ModelFile.appendCorrection(file, new byte[] {2, 2, 2});
            byte[] two = Files.readAllBytes(file);

            for (int size = one.length + 1; size < two.length; size++) {
                Files.write(file, Arrays.copyOf(two, size));
                assertTornAfterTheFirst();

                ModelFile.appendCorrection(file, new byte[] {3});
                try (ModelFile model = ModelFile.open(file)) {
                    assertThat(model.corrections()).containsExactly(new byte[] {1}, new byte[] {3});
                    assertThat(model.tornTail()).isFalse();
                }
            }
        }

        @Test
        void whoseDataNeverReachedTheDiskAreLeftOut() throws IOException {
            ModelFile.appendCorrection(file, new byte[] {1});
            byte[] one = Files.readAllBytes(file);
            ModelFile.appendCorrection(file, new byte[] {2, 2, 2});
            byte[] two = Files.readAllBytes(file);

            byte[] payloadMissing = two.clone();
            Arrays.fill(payloadMissing, one.length + 64, two.length, (byte) 0);
            Files.write(file, payloadMissing);
            assertTornAfterTheFirst();

            byte[] headerMissing = two.clone();
            Arrays.fill(headerMissing, one.length, one.length + 64, (byte) 0);
            Files.write(file, headerMissing);
            assertTornAfterTheFirst();
        }

        @Test
        void damagedInTheMiddleAreAnError() throws IOException {
            int start = (int) Files.size(file);
            ModelFile.appendCorrection(file, new byte[] {1});
            ModelFile.appendCorrection(file, new byte[] {2});
            byte[] bytes = Files.readAllBytes(file);
            bytes[start + 64] = 9;
            Files.write(file, bytes);

            assertThatThrownBy(() -> ModelFile.open(file))
                    .isInstanceOf(UnreadableModelException.class)
                    .hasMessageContaining("the checksum of correction 1 does not fit (at byte %d)", start + 64);
            assertThatThrownBy(() -> ModelFile.appendCorrection(file, new byte[] {3}))
                    .isInstanceOf(UnreadableModelException.class);
            assertThat(file).hasBinaryContent(bytes);
        }

        @Test
        void goToAnExistingFileOnly() {
            Path missing = folder.resolve("missing.loupe");

            assertThatThrownBy(() -> ModelFile.appendCorrection(missing, new byte[1]))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(missing.toString());
            assertThat(missing).doesNotExist();
        }

        private void assertTornAfterTheFirst() {
            try (ModelFile model = ModelFile.open(file)) {
                assertThat(model.tornTail()).isTrue();
                assertThat(model.corrections()).containsExactly(new byte[] {1});
            }
        }
    }
}
