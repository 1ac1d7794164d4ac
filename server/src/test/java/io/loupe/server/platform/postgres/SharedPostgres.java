package io.loupe.server.platform.postgres;

import io.loupe.server.EnterableFolder;
import io.loupe.vision.file.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What the tests of one run share, because it takes seconds: PostgreSQL's programs, unpacked. */
public final class SharedPostgres {
    private static final Deque<Runnable> AT_THE_END = new ConcurrentLinkedDeque<>();
    private static final Path FOLDER = makeFolder();

    private SharedPostgres() {}

    /** Lets a new folder for PostgreSQL use the programs that are unpacked already. */
    public static void linkProgramsInto(Path folder) throws IOException {
        Path programs = PostgresBinaries.unpackInto(FOLDER).folder();
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
    }

    /** Takes the link away again; JUnit warns when it removes one that leads elsewhere. */
    public static void unlinkProgramsFrom(Path folder) throws IOException {
        Files.delete(folder.resolve(PostgresBinaries.unpackInto(FOLDER).folder().getFileName()));
    }

    /** Runs when all tests are done, while PostgreSQL's programs are still there to stop it with; the last first. */
    public static void atTheEnd(Runnable work) {
        AT_THE_END.push(work);
    }

    private static Path makeFolder() {
        try {
            Path folder = EnterableFolder.create();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        AT_THE_END.forEach(Runnable::run);
        FolderTree.delete(folder);
    }
}
