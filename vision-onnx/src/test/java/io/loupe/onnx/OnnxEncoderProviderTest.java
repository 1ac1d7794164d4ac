package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEncoderProviderTest {
    private static final PatchEncoderRequest TINY = new PatchEncoderRequest("tiny", List.of(), InputSize.square(32));

    @TempDir
    Path temp;

    @Test
    void findsNetworksThroughTheServiceLoader() throws IOException {
        TinyNetwork.in(temp);

        try (PatchEncoder patches = encodersIn(temp).openPatchEncoder(TINY);
                ImageEncoder images = encodersIn(temp).openImageEncoder("tiny")) {
            assertThat(patches.info()).isEqualTo(images.info());
            assertThat(patches.info().fingerprint()).isEqualTo(ModelFolder.sha256(TinyNetwork.onnx()));
        }
    }

    @Test
    void takesAModelFolderInPlaceOfAFolderOfSuch() throws IOException {
        Path folder = TinyNetwork.in(temp);

        assertThat(encodersIn(folder).list()).extracting(EncoderInfo::id).contains("tiny");
    }

    @Test
    void takesTheFirstOfTwoNetworksWithOneId() throws IOException {
        Path first = temp.resolve("first");
        TinyNetwork.in(first, TinyNetwork.DESCRIPTION.replace("Apache-2.0", "MIT"), TinyNetwork.onnx());
        Path second = temp.resolve("second");
        TinyNetwork.in(second);

        assertThat(encodersIn(first, second).list())
                .filteredOn(info -> info.id().equals("tiny"))
                .extracting(EncoderInfo::licence)
                .containsExactly("MIT");
    }

    @Test
    void passesOverBrokenFoldersUnlessOneIsAskedFor() throws IOException {
        TinyNetwork.in(temp);
        Path broken = Files.createDirectories(temp.resolve("broken"));
        Files.writeString(broken.resolve("model.json"), "{}");
        Encoders encoders = encodersIn(temp);

        encoders.openPatchEncoder(TINY).close();
        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> encoders.openImageEncoder("broken"))
                .withMessageContainingAll(broken.toString(), "- id: expected a text, found nothing");
    }

    @Test
    void namesTheEncodersThereAreWhenAskedForAnother() throws IOException {
        TinyNetwork.in(temp);

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> encodersIn(temp).openImageEncoder("huge"))
                .withMessageContainingAll("'huge'", "tiny", temp.toString());
    }

    @Test
    void doesNotListNetworksThatEncodeNothing() throws IOException {
        TinyDetector.centerNetIn(temp);

        assertThat(new OnnxEncoderProvider().list(settings(temp)))
                .extracting(EncoderInfo::id)
                .doesNotContain("tiny");
    }

    private static Encoders encodersIn(Path... folders) {
        return Encoders.with(settings(folders));
    }

    private static EncoderSettings settings(Path... folders) {
        return EncoderSettings.defaults().withModelFolders(List.of(folders));
    }
}
