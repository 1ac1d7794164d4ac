package io.loupe.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Networks that come with a jar of the class path: model folders below {@code META-INF/loupe/networks}, read where they
 * lie. Nothing is unpacked; a jar stays open as long as the program runs, as those of its classes do.
 */
final class PackedNetworks {
    static final String FOLDER = "META-INF/loupe/networks";

    private PackedNetworks() {}

    /** Folders of model folders, in class path order; none when no jar brings a network. */
    static List<Path> roots() {
        return OnClassPath.ROOTS;
    }

    static List<Path> rootsOf(ClassLoader loader) {
        List<Path> roots = new ArrayList<>();
        try {
            for (URL place : Collections.list(loader.getResources(FOLDER))) {
                roots.add(root(place));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The networks packed into the class path cannot be read", e);
        }
        return List.copyOf(roots);
    }

    private static Path root(URL place) throws IOException {
        if (!(place.openConnection() instanceof JarURLConnection jar)) {
            return Path.of(uri(place)); // a folder of classes, as in a build
        }
        // A file system of its own: the one that the JDK registers for the jar's address is anybody's to close.
        @SuppressWarnings("MustBeClosedChecker") // its paths are used until the program ends
        FileSystem opened = FileSystems.newFileSystem(Path.of(uri(jar.getJarFileURL())));
        return opened.getPath(jar.getEntryName());
    }

    private static URI uri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("%s is not an address: %s".formatted(url, e.getMessage()), e);
        }
    }

    /** Looked for once, when first asked. */
    private static final class OnClassPath {
        private static final List<Path> ROOTS = rootsOf(PackedNetworks.class.getClassLoader());
    }
}
