package io.loupe.server.platform.form;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file or field of a form.
 *
 * @param filename null if it is a field
 * @param type what its sender takes it for; null if unsaid
 */
record FormPart(
        String name, @Nullable String filename, @Nullable String type, PartContent content) implements MultipartFile {
    boolean isFile() {
        return filename != null;
    }

    /** A field's text. */
    String text() {
        try {
            return new String(getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public @Nullable String getOriginalFilename() {
        return filename;
    }

    @Override
    public @Nullable String getContentType() {
        return type;
    }

    @Override
    public boolean isEmpty() {
        return content.size() == 0;
    }

    @Override
    public long getSize() {
        return content.size();
    }

    @Override
    public byte[] getBytes() throws IOException {
        try (InputStream in = getInputStream()) {
            return in.readAllBytes();
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return content.open();
    }

    @Override
    public void transferTo(File target) throws IOException {
        transferTo(target.toPath());
    }

    @Override
    public void transferTo(Path target) throws IOException {
        content.moveTo(target);
    }
}
