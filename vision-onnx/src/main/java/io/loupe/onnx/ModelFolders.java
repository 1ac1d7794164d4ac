package io.loupe.onnx;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds model folders: each root holds some, or is one itself. Names with a leading dot are passed over. */
final class ModelFolders {
    private static final System.Logger LOG = System.getLogger(ModelFolders.class.getName());

    private final List<Path> roots;

    ModelFolders(List<Path> roots) {
        this.roots = roots;
    }

    /**
     * The networks that come with Loupe, then those in {@link EncoderSettings#modelFolders}, then those of the user's
     * {@link ModelStore}. What is built in comes first, so that no folder can pass off another network under its name.
     */
    static ModelFolders of(EncoderSettings settings) {
        return new ModelFolders(Stream.of(
                        PackedNetworks.roots(),
                        settings.modelFolders(),
                        List.of(ModelStore.ofUser().path()))
                .flatMap(List::stream)
                .toList());
    }

    /** Every folder with a usable description, those of earlier roots first; the first of an id wins. */
    List<ModelFolder> readable() {
        List<ModelFolder> folders = new ArrayList<>();
        for (Path path : paths()) {
            try {
                ModelFolder folder = ModelFolder.open(path);
                if (folders.stream()
                        .noneMatch(known -> hasId(known, folder.description().id()))) {
                    folders.add(folder);
                }
            } catch (UnableToOpenEncoderException e) {
                LOG.log(System.Logger.Level.DEBUG, "Passed over: {0}", e.getMessage());
            }
        }
        return folders;
    }

    /**
     * The folder of this network.
     *
     * @throws UnableToOpenEncoderException if only a folder of this name is there and its description is bad
     */
    Optional<ModelFolder> find(String id) {
        Optional<ModelFolder> found =
                readable().stream().filter(folder -> hasId(folder, id)).findFirst();
        if (found.isPresent()) {
            return found;
        }
        return paths().stream()
                .filter(path -> id.equals(String.valueOf(path.getFileName())))
                .findFirst()
                .map(ModelFolder::open)
                .filter(folder -> hasId(folder, id));
    }

    private static boolean hasId(ModelFolder folder, String id) {
        return folder.description().id().equals(id);
    }

    private List<Path> paths() {
        return roots.stream().flatMap(root -> pathsIn(root).stream()).toList();
    }

    private static List<Path> pathsIn(Path root) {
        if (ModelFolder.isModelFolder(root)) {
            return List.of(root);
        }
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(ModelFolder::isModelFolder)
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnableToOpenEncoderException("The folder %s cannot be listed: %s".formatted(root, e), e);
        }
    }
}
