package io.loupe.onnx;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The networks a user has imported: a folder of model folders, each named by its id. What lies in it was checked and run
 * once on the way in. Several programs may use one store: a network appears and disappears whole.
 */
public final class ModelStore {
    /** Texts about origin and licence that travel with a network. */
    private static final List<String> COMPANIONS =
            List.of("LICENSE", "LICENSE.txt", "NOTICE", "README.md", "SOURCE.md");

    private final Path path;

    private ModelStore(Path path) {
        this.path = path;
    }

    /** The store in this folder, which need not exist yet. */
    public static ModelStore at(Path path) {
        return new ModelStore(path);
    }

    /**
     * The current user's store: {@code LOUPE_MODELS_DIR}, else {@code loupe/models} in the place where this system keeps
     * programs' data ({@code XDG_DATA_HOME}, {@code ~/.local/share}, {@code ~/Library/Application Support}, {@code
     * %LOCALAPPDATA%}).
     */
    public static ModelStore ofUser() {
        return at(userFolder(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home"))));
    }

    static Path userFolder(Map<String, String> environment, String system, Path home) {
        Optional<Path> chosen = folder(environment, "LOUPE_MODELS_DIR");
        if (chosen.isPresent()) {
            return chosen.get();
        }
        String name = system.toLowerCase(Locale.ROOT);
        Path data;
        if (name.startsWith("windows")) {
            data = folder(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"));
        } else if (name.startsWith("mac")) {
            data = home.resolve("Library").resolve("Application Support");
        } else {
            data = folder(environment, "XDG_DATA_HOME")
                    .orElse(home.resolve(".local").resolve("share"));
        }
        return data.resolve("loupe").resolve("models");
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    public Path path() {
        return path;
    }

    /** Every network of the store, by id. */
    public List<ModelDescription> list() {
        return folders().stream().map(ModelFolder::description).toList();
    }

    /** The network of this id, if the store has it. */
    public Optional<ModelFolder> show(String id) {
        return folders().stream()
                .filter(folder -> folder.description().id().equals(id))
                .findFirst();
    }

    /**
     * Copies a network into the store after its description, its checksum and one run on the CPU were found good.
     * Importing the same network again changes nothing.
     *
     * @throws UnableToOpenEncoderException if it is not good, or another network of its id is in the store
     * @throws UncheckedIOException if the store cannot be written
     */
    public ModelDescription importFolder(Path source) {
        ModelFolder folder = ModelFolder.open(source);
        ModelDescription description = folder.description();
        Optional<ModelFolder> known = builtIn(description.id()).or(() -> show(description.id()));
        if (known.isPresent()) {
            requireSame(known.get(), description);
            return description;
        }
        requireUsable(folder);
        try {
            Files.createDirectories(path);
            publish(copy(folder), description.id());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Network '%s' could not be copied to %s".formatted(description.id(), path), e);
        }
        return description;
    }

    private static void requireUsable(ModelFolder folder) {
        ModelDescription description = folder.description();
        if (description.isObjectDetector()) {
            folder.readLabels();
        }
        NetworkOpening.open(
                        folder, description.input().size(), WantedOutput.all(description), EncoderSettings.defaults())
                .close();
    }

    /**
     * Deletes a network.
     *
     * @throws IllegalArgumentException if the store has no such network, naming those it has
     * @throws UncheckedIOException if it cannot be deleted
     */
    public void remove(String id) {
        ModelFolder folder = show(id).orElseThrow(() ->
                new IllegalArgumentException("There is no network '%s' in %s; there are %s."
                        .formatted(
                                id,
                                path,
                                list().stream().map(ModelDescription::id).toList())));
        try {
            Path condemned = Files.createTempDirectory(path, ".removing-");
            Files.move(folder.path(), condemned.resolve("model"), StandardCopyOption.ATOMIC_MOVE);
            deleteTree(condemned);
        } catch (IOException e) {
            throw new UncheckedIOException("Network '%s' could not be removed from %s".formatted(id, path), e);
        }
    }

    private List<ModelFolder> folders() {
        return new ModelFolders(List.of(path)).readable();
    }

    private static Optional<ModelFolder> builtIn(String id) {
        return new ModelFolders(PackedNetworks.roots()).find(id);
    }

    private void requireSame(ModelFolder known, ModelDescription offered) {
        if (known.description().equals(offered)) {
            return;
        }
        boolean removable = known.path().startsWith(path);
        throw new UnableToOpenEncoderException("Another network '%s' is %s already (sha256 %s, offered %s). %s."
                .formatted(
                        offered.id(),
                        removable ? "in " + path : "built in",
                        known.description().sha256(),
                        offered.sha256(),
                        removable
                                ? "Remove that one first, or give this one another id"
                                : "Give this one another id, in its model.json"));
    }

    private Path copy(ModelFolder folder) throws IOException {
        Path copy = Files.createTempDirectory(path, ".importing-");
        try {
            AtomicFile.writeBytes(copy.resolve(folder.description().file()), folder.readNetwork());
            List<String> names = new ArrayList<>(COMPANIONS);
            names.add(ModelFolder.DESCRIPTION_FILE);
            folder.description().labels().ifPresent(names::add);
            for (String name : names) {
                Path file = folder.path().resolve(name);
                if (Files.isRegularFile(file)) {
                    AtomicFile.writeBytes(copy.resolve(name), Files.readAllBytes(file));
                }
            }
            return copy;
        } catch (IOException | RuntimeException e) {
            deleteTree(copy);
            throw e;
        }
    }

    private void publish(Path copy, String id) throws IOException {
        Path target = path.resolve(id);
        try {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(
                        target.toString(), null, "it is in the way; it holds no usable network");
            }
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
            AtomicFile.forceFolder(path);
        } catch (IOException e) {
            deleteTree(copy);
            throw e;
        }
    }

    /** Links are deleted, not followed. */
    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path entry : tree.toList().reversed()) {
                Files.delete(entry);
            }
        }
    }
}
