package io.loupe.server.platform.form;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.multipart.MultipartException;

/** Reads one form as it comes (RFC 7578): where its parts begin and end is Jetty's to find, what they hold is kept here. */
final class FormReader implements MultiPart.Parser.Listener {
    private static final int BUFFER_BYTES = 1 << 16;

    private final FormLimits limits;
    private final FormMemory memory;
    private final Path folder;
    private final List<FormPart> parts = new ArrayList<>();
    private ContentDisposition disposition = ContentDisposition.empty();
    private @Nullable String type;
    private @Nullable FormPart coming;
    private @Nullable Exception failure;
    private long expected;
    private boolean complete;

    /** What may fail of what is done with a part; the parser itself would keep it quiet. */
    private interface Step {
        void run() throws IOException;
    }

    /**
     * One that has read nothing yet.
     *
     * @param folder where parts lie that are too long for the memory
     */
    FormReader(FormLimits limits, FormMemory memory, Path folder) {
        this.limits = limits;
        this.memory = memory;
        this.folder = folder;
    }

    /**
     * Reads all parts, in their order.
     *
     * @param boundary what is between the parts
     * @param length of the body, as its sender says; negative if unsaid
     * @throws ProblemException if it is larger than the limits allow
     * @throws MultipartException if it is no form or ends too soon
     * @throws IOException if the body cannot be read
     * @throws UncheckedIOException if its parts cannot be kept; whatever is thrown, nothing of the form is left
     */
    List<FormPart> read(String boundary, InputStream body, long length) throws IOException {
        expected = length;
        try {
            parse(boundary, body);
            return List.copyOf(parts);
        } catch (IOException | RuntimeException e) {
            parts.forEach(part -> part.content().delete());
            throw e;
        }
    }

    private void parse(String boundary, InputStream body) throws IOException {
        MultiPart.Parser parser = new MultiPart.Parser(boundary, this);
        parser.setMaxParts(limits.parts());
        parser.setPartHeadersMaxLength(limits.headerBytes());
        byte[] buffer = new byte[BUFFER_BYTES];
        long total = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            total += read;
            if (total > limits.bytes()) {
                throw limits.tooLarge();
            }
            parser.parse(Content.Chunk.from(ByteBuffer.wrap(buffer, 0, read), false));
            requireNoFailure();
        }
        parser.parse(Content.Chunk.EOF);
        requireNoFailure();
        if (!complete) {
            throw new MultipartException("The form ends in the middle");
        }
    }

    private void requireNoFailure() {
        switch (failure) {
            case null -> {}
            case IOException unkept -> throw new UncheckedIOException("A part of a form could not be kept", unkept);
            case ProblemException problem -> throw problem;
            default -> throw new MultipartException("Not a form", failure);
        }
    }

    @Override
    public void onPartBegin() {
        disposition = ContentDisposition.empty();
        type = null;
    }

    @Override
    public void onPartHeader(String name, String value) {
        step(() -> {
            if (name.equalsIgnoreCase(HttpHeaders.CONTENT_DISPOSITION)) {
                disposition = ContentDisposition.parse(value);
            } else if (name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                type = value;
            }
        });
    }

    @Override
    public void onPartHeaders() {
        step(() -> {
            String name = Objects.requireNonNull(disposition.getName(), "a part without a name");
            String filename = disposition.getFilename();
            coming = new FormPart(
                    name, filename, type, new PartContent(memory, folder, filename == null ? 0 : expected));
            parts.add(coming);
            if (coming.isFile()) {
                expected = 0; // most forms have one, nearly as long as they are; of others nothing is known
            }
        });
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        step(() -> {
            FormPart part = Objects.requireNonNull(coming, "content before its part");
            part.content().append(chunk.getByteBuffer());
            if (!part.isFile() && part.getSize() > limits.fieldBytes()) {
                throw new ProblemException(
                        ProblemCode.TOO_LARGE,
                        "The field %s has more than %,d bytes.".formatted(part.name(), limits.fieldBytes()));
            }
        });
    }

    @Override
    public void onPartEnd() {
        step(() -> Objects.requireNonNull(coming, "an end before its part")
                .content()
                .end());
    }

    @Override
    public void onComplete() {
        complete = true;
    }

    @Override
    public void onFailure(Throwable cause) {
        step(() -> {
            throw new MultipartException("Not a form", cause);
        });
    }

    /** Does something, unless something failed before. */
    private void step(Step step) {
        if (failure != null) {
            return;
        }
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }
}
