package io.loupe.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with files, as browsers send it: {@code multipart/form-data}. */
public final class Form {
    private static final String BOUNDARY = "between-the-parts-of-a-test";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /** Adds a file. */
    public Form file(String field, String filename, byte[] bytes) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(field, filename), bytes);
    }

    /** Adds a text. */
    public Form text(String field, String value) {
        return part("name=\"%s\"".formatted(field), value.getBytes(StandardCharsets.UTF_8));
    }

    private Form part(String disposition, byte[] content) {
        String head = "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, disposition);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }
}
