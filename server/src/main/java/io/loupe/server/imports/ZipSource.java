package io.loupe.server.imports;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files in a ZIP. Nothing is unpacked to disk, and names are no paths here: one that leads elsewhere ({@code ../..}) is
 * a name like any other. A ZIP in it is a file that is no picture.
 */
final class ZipSource implements ImportSource {
    private static final Charset BEFORE_UNICODE = Charset.forName("IBM437");

    private final ZipFile zip;
    private final List<String> items;

    private ZipSource(ZipFile zip, List<String> items) {
        this.zip = zip;
        this.items = items;
    }

    /**
     * Opens a ZIP.
     *
     * @param mostEntries more of them are refused
     * @throws ProblemException if it is none, or holds more
     */
    static ZipSource open(Path file, int mostEntries) {
        try {
            ZipEnd.read(file).requireAtMost(mostEntries);
            ZipFile zip = openInSomeCharset(file);
            return new ZipSource(
                    zip,
                    zip.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(ZipEntry::getName)
                            .filter(name -> !ImportSource.isHidden(name.replace('\\', '/')))
                            .sorted()
                            .distinct()
                            .toList());
        } catch (ZipException e) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "The file is no ZIP that can be read (%s). It may have been cut short; pack it anew, and send it again."
                            .formatted(e.getMessage()));
        } catch (NoSuchFileException _) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    "The ZIP file is not kept any more. Send it again; what is there is not doubled.");
        } catch (IOException e) {
            throw new UncheckedIOException("The ZIP file %s cannot be read".formatted(file), e);
        }
    }

    private static ZipFile openInSomeCharset(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException _) { // names that are no UTF-8, or worse
            return new ZipFile(file.toFile(), BEFORE_UNICODE);
        }
    }

    @Override
    public List<String> items() {
        return items;
    }

    @Override
    public InputStream open(String item) throws IOException {
        ZipEntry entry = zip.getEntry(item);
        if (entry == null) {
            throw new NoSuchFileException(item);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
