package io.loupe.server.platform.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.multipart.MultipartException;

final class FormReaderTest {
    private static final String BOUNDARY = "between";
    private static final FormLimits LIMITS = new FormLimits(1 << 26, 4, 256, 1000);

    @TempDir
    Path folder;

    private final FormMemory memory = new FormMemory(1 << 25);

    private List<FormPart> read(byte[] form) throws IOException {
        return new FormReader(LIMITS, memory, folder).read(BOUNDARY, new ByteArrayInputStream(form), form.length);
    }

    private static byte[] part(String disposition, byte[] content) {
        return join(
                "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: image/png\r\n\r\n"
                        .formatted(BOUNDARY, disposition)
                        .getBytes(StandardCharsets.UTF_8),
                content,
                "\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] file(byte[] content) {
        return part("name=\"files\"; filename=\"part.png\"", content);
    }

    private static byte[] end() {
        return "--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Bytes with much in them that looks like the beginning of a boundary. */
    private static byte[] confusing(int length, int seed) {
        byte[] bytes = new byte[length];
        byte[] almost = "\r\n--betwee".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        for (int i = 0; i < length; i++) {
            bytes[i] = almost[random.nextInt(3) == 0 ? random.nextInt(almost.length) : i % almost.length];
        }
        return bytes;
    }

    private long filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1000, (1 << 16) - 1, 1 << 16, 1_300_000, PartContent.MOST_IN_MEMORY + 1})
    void filesAreWhatWasSent(int length) throws IOException {
        byte[] first = confusing(length, 1);
        byte[] second = confusing(77, 2);
        List<FormPart> parts = read(join(
                file(first),
                part("name=\"tags\"", "é, ü".getBytes(StandardCharsets.UTF_8)),
                part("name=\"files\"; filename=\"Größe 1.png\"", second),
                end()));

        assertThat(parts).extracting(FormPart::name).containsExactly("files", "tags", "files");
        assertThat(parts).extracting(FormPart::filename).containsExactly("part.png", null, "Größe 1.png");
        assertThat(parts.get(0).getBytes()).isEqualTo(first);
        assertThat(parts.get(0).getContentType()).isEqualTo("image/png");
        assertThat(parts.get(1).text()).isEqualTo("é, ü");
        assertThat(parts.get(2).getBytes()).isEqualTo(second);
    }

    @Test
    void aPartMayComeInPiecesOfAnyLength() throws IOException {
        byte[] content = confusing(300, 3);
        byte[] form = join(file(content), end());
        for (int piece = 1; piece <= form.length; piece++) {
            InputStream slow = new InPieces(form, piece);
            List<FormPart> parts = new FormReader(LIMITS, memory, folder).read(BOUNDARY, slow, form.length);
            assertThat(parts.getFirst().getBytes()).as("pieces of %d", piece).isEqualTo(content);
            parts.getFirst().content().delete();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 1000, Long.MAX_VALUE})
    void itDoesNotMatterHowLongTheSenderSaysItIs(long said) throws IOException {
        byte[] content = confusing(100_000, 6);
        byte[] form = join(part("name=\"tags\"", new byte[10]), file(content), file(content), end());
        List<FormPart> parts =
                new FormReader(LIMITS, memory, folder).read(BOUNDARY, new ByteArrayInputStream(form), said);
        assertThat(parts.subList(1, 3))
                .allSatisfy(part -> assertThat(part.getBytes()).isEqualTo(content));

        parts.forEach(part -> part.content().delete());
        assertThat(memory.take(1 << 25)).as("all of the memory is left again").isTrue();
    }

    @Test
    void shortFilesLieInMemoryAndLongOnesInTheFolder() throws IOException {
        read(join(file(new byte[1000]), end()));
        assertThat(filesLeft()).isZero();
        read(join(file(new byte[PartContent.MOST_IN_MEMORY + 1]), end()));
        assertThat(filesLeft()).isOne();
    }

    @Test
    void filesLieInTheFolderWhenTheMemoryIsTaken() throws IOException {
        FormMemory little = new FormMemory(100_000);
        byte[] content = confusing(90_000, 4);
        byte[] form = join(file(content), file(content), end());
        List<FormPart> parts = new FormReader(LIMITS, little, folder).read(BOUNDARY, new ByteArrayInputStream(form), 0);
        assertThat(filesLeft()).isPositive();
        assertThat(parts).allSatisfy(part -> assertThat(part.getBytes()).isEqualTo(content));

        for (FormPart part : parts) {
            part.content().delete();
            part.content().delete();
        }
        assertThat(filesLeft()).isZero();
        assertThat(little.take(100_000)).as("all of the memory is left again").isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, PartContent.MOST_IN_MEMORY + 1})
    void aFileCanBeMoved(int length) throws IOException {
        byte[] content = confusing(length, 5);
        FormPart part = read(join(file(content), end())).getFirst();
        Path target = Files.write(folder.resolve("target"), new byte[] {1});
        part.transferTo(target);
        part.content().delete();
        assertThat(target).hasBinaryContent(content);
        assertThat(filesLeft()).isOne();
    }

    @Test
    void aFormThatEndsTooSoonLeavesNothing() throws IOException {
        byte[] form = join(file(new byte[PartContent.MOST_IN_MEMORY + 1]), file(new byte[10]), end());
        for (int cut : new int[] {0, 10, 70, form.length / 2, form.length - 6}) {
            byte[] half = Arrays.copyOf(form, cut);
            assertThatExceptionOfType(MultipartException.class)
                    .as("cut at %d", cut)
                    .isThrownBy(() -> read(half));
            assertThat(filesLeft()).isZero();
        }
        assertThat(memory.take(1 << 25)).as("all of the memory is left again").isTrue();
    }

    @Test
    void whatIsNoFormIsRefused() {
        byte[] nameless = part("filename=\"x.png\"", new byte[3]);
        assertThatExceptionOfType(MultipartException.class)
                .isThrownBy(() -> read("no form".getBytes(StandardCharsets.UTF_8)));
        assertThatExceptionOfType(MultipartException.class).isThrownBy(() -> read(join(nameless, end())));
    }

    @Test
    void moreThanTheLimitsAllowIsRefused() {
        byte[] small = file(new byte[1]);
        assertThatExceptionOfType(MultipartException.class)
                .isThrownBy(() -> read(join(small, small, small, small, small, end())));
        assertThatExceptionOfType(MultipartException.class)
                .isThrownBy(() -> read(join(
                        part("name=\"files\"; filename=\"%s\"".formatted("x".repeat(300)), new byte[1]), end())));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(join(part("name=\"tags\"", new byte[1001]), end())))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.TOO_LARGE));
        FormLimits tight = new FormLimits(100, 4, 256, 1000);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new FormReader(tight, memory, folder)
                        .read(BOUNDARY, new ByteArrayInputStream(join(file(new byte[100]), end())), 0))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.TOO_LARGE));
    }

    /** Gives a few bytes at a time, as a network does. */
    private static final class InPieces extends ByteArrayInputStream {
        private final int piece;

        InPieces(byte[] bytes, int piece) {
            super(bytes);
            this.piece = piece;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, piece));
        }
    }
}
