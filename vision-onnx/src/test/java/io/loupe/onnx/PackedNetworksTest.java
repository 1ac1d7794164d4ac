package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedNetworksTest {
    @TempDir
    Path temp;

    @Test
    void runsANetworkWhereItLiesInAJar() throws IOException {
        ModelFolder packed = networkIn(jarOf(TinyNetwork.in(temp)));

        try (OnnxPatchEncoder encoder =
                OnnxPatchEncoder.open(packed, List.of("stride8"), InputSize.square(32), EncoderSettings.defaults())) {
            assertThat(encoder.encode(RgbImage.filled(32, 32, 255, 0, 0))
                            .getFirst()
                            .values())
                    .startsWith(1, 0);
            assertThat(encoder.files()).containsOnlyKeys("model.json", "model.onnx");
        }
    }

    @Test
    void refusesANetworkInAJarThatIsNotTheOneDescribed() throws IOException {
        Path folder = TinyNetwork.in(temp);
        Files.write(folder.resolve("model.onnx"), new byte[] {1, 2, 3});
        Path jar = jarOf(folder);

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> networkIn(jar).readNetwork())
                .withMessageContainingAll("packed.jar", "model.onnx", "expected sha256");
    }

    @Test
    void findsNetworksInFoldersOfClassesToo() throws IOException {
        TinyNetwork.in(temp.resolve(PackedNetworks.FOLDER));

        assertThat(networkIn(temp).description().id()).isEqualTo("tiny");
    }

    @Test
    void findsNoneWhereNoJarBringsOne() throws IOException {
        assertThat(rootsOf(temp)).isEmpty();
    }

    private static ModelFolder networkIn(Path classPath) throws IOException {
        return new ModelFolders(rootsOf(classPath)).find("tiny").orElseThrow();
    }

    private static List<Path> rootsOf(Path classPath) throws IOException {
        URL[] places = {classPath.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
            return PackedNetworks.rootsOf(loader);
        }
    }

    private Path jarOf(Path folder) throws IOException {
        Path jar = temp.resolve("packed.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry(PackedNetworks.FOLDER + "/"));
            for (String name : List.of("model.json", "model.onnx")) {
                entries.putNextEntry(new JarEntry("%s/tiny/%s".formatted(PackedNetworks.FOLDER, name)));
                entries.write(Files.readAllBytes(folder.resolve(name)));
            }
        }
        return jar;
    }
}
