package io.loupe.server.imports;

import io.loupe.server.imports.ImportPlace.Kind;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What can be imported from: folders that the settings allow, and ZIP files that were sent. */
@Component
public final class ImportPlaces {
    private final ZipFolder zips;
    private final Settings.Imports limits;

    /** Moves an uploaded file to where it is told. */
    @FunctionalInterface
    public interface ZipUpload {
        void moveTo(Path file) throws IOException;
    }

    ImportPlaces(ZipFolder zips, Settings settings) {
        this.zips = zips;
        this.limits = settings.imports();
    }

    /**
     * A folder of the server's machine.
     *
     * @throws ProblemException if the settings do not allow it
     */
    public ImportPlace folder(String folder) {
        return new ImportPlace(
                Kind.FOLDER, FolderSource.allowed(folder, limits.folders()).toString());
    }

    /**
     * Keeps a ZIP file for whoever imports from it.
     *
     * @param use what begins the import; if it throws, the file is not kept
     * @throws ProblemException if it is none, or holds no files, or too many
     */
    public <T> T zip(ZipUpload upload, Function<ImportPlace, T> use) {
        Path file = zips.keep(upload);
        try (ZipSource zip = ZipSource.open(file, limits.zipEntries())) {
            if (zip.items().isEmpty()) {
                throw new ProblemException(
                        ProblemCode.INVALID_CONTENT,
                        "The ZIP holds no files. Put the pictures into it, and send it again.");
            }
            return use.apply(new ImportPlace(Kind.ZIP, file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("The ZIP file %s cannot be read".formatted(file), e);
        } catch (RuntimeException e) {
            zips.remove(file);
            throw e;
        }
    }

    /**
     * The files in a place.
     *
     * @throws ProblemException if they cannot be had any more
     */
    ImportSource open(ImportPlace place) {
        return switch (place.kind()) {
            case FOLDER -> FolderSource.open(FolderSource.allowed(place.path(), limits.folders()));
            case ZIP -> ZipSource.open(Path.of(place.path()), limits.zipEntries());
        };
    }
}
