package io.loupe.server.inspection.training;

import io.loupe.images.UnreadableImageException;
import io.loupe.index.TenantId;
import io.loupe.server.models.PictureRoom;
import io.loupe.server.objects.ObjectStore;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the pictures of examples as they came, as many ahead as there are cores. */
@Component
final class Originals {
    private final ObjectStore objects;
    private final PictureRoom room;

    /** What was made of an example; or why there was no picture. */
    record Seen<T>(Example example, Optional<T> made, String complaint) {}

    Originals(ObjectStore objects, PictureRoom room) {
        this.objects = objects;
        this.room = room;
    }

    /**
     * Looks at pictures, several at a time.
     *
     * @param look called from several threads; must not keep the picture
     * @return what it made of each, in their order
     */
    <T> Stream<Seen<T>> look(TenantId tenant, List<Example> examples, BiFunction<Example, RgbImage, T> look) {
        return examples.stream()
                .gather(Gatherers.mapConcurrent(
                        Runtime.getRuntime().availableProcessors(), example -> look(tenant, example, look)));
    }

    private <T> Seen<T> look(TenantId tenant, Example example, BiFunction<Example, RgbImage, T> look) {
        Optional<Path> file = objects.find(tenant, example.image().picture());
        if (file.isEmpty()) {
            return new Seen<>(example, Optional.empty(), "'%s' is gone".formatted(example.name()));
        }
        try {
            byte[] bytes = Files.readAllBytes(file.get());
            return new Seen<>(
                    example,
                    Optional.of(room.look(example.name(), bytes, (_, image) -> look.apply(example, image))),
                    "");
        } catch (IOException | UnreadableImageException e) {
            return new Seen<>(example, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }
}
