package io.loupe.server.search;

import io.loupe.images.UnreadableImageException;
import io.loupe.index.TenantId;
import io.loupe.index.UnitVector;
import io.loupe.server.library.Image;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.Images;
import io.loupe.server.models.PictureModels;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.models.PictureRoom;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.image.PerceptualHash;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns what pictures are looked for by into a vector. */
@Component
final class Targets {
    /** How much what is unlike counts, beside what is like. */
    private static final double NEGATIVE_SHARE = 0.5;

    private final Images images;
    private final ObjectStore objects;
    private final PictureRoom room;
    private final PictureModels models;

    /**
     * What the index is asked.
     *
     * @param hash of the picture that is looked for, if it is one and the hash was asked for
     * @param itself pictures that the search is by, and that are no hits
     */
    record Sought(UnitVector vector, Optional<PerceptualHash> hash, Set<UUID> itself) {}

    Targets(Images images, ObjectStore objects, PictureRoom room, PictureModels models) {
        this.images = images;
        this.objects = objects;
        this.room = room;
        this.models = models;
    }

    Sought sent(Target.Sent sent) {
        return look(sent.name(), sent.bytes(), sent.crop(), Set.of());
    }

    /** The vector that is kept; of a part, or of a picture that has none of this model, a new one. */
    Sought stored(TenantId tenant, Target.Stored stored, boolean withHash) {
        Set<UUID> itself = Set.of(stored.image());
        UnitVector kept =
                stored.crop().isPresent() ? null : vectors(tenant, itself).get(stored.image());
        if (kept != null && !withHash) {
            return new Sought(kept, Optional.empty(), itself); // nothing else of its row is needed
        }
        Image image = images.get(tenant, stored.image());
        return kept != null
                ? new Sought(kept, Optional.of(image.hash()), itself)
                : look(image.name(), original(tenant, image), stored.crop(), itself);
    }

    /**
     * Rocchio's formula: the mean of the unit vectors of what is like, less half the mean of those of what is unlike. (J.
     * Rocchio, Relevance feedback in information retrieval, 1971.)
     */
    Sought examples(TenantId tenant, Target.Examples examples) {
        Set<UUID> itself = new HashSet<>(examples.positive());
        itself.addAll(examples.negative());
        Map<UUID, UnitVector> vectors = vectors(tenant, itself);
        double[] sum = new double[models.embedding().dimension()];
        examples.positive()
                .forEach(id ->
                        add(sum, vector(vectors, id), 1.0 / examples.positive().size()));
        examples.negative()
                .forEach(id -> add(
                        sum,
                        vector(vectors, id),
                        -NEGATIVE_SHARE / examples.negative().size()));
        float[] values = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            values[i] = (float) sum[i];
        }
        try {
            return new Sought(UnitVector.of(values), Optional.empty(), itself);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT, "These pictures cancel each other out; there is nothing to look for.");
        }
    }

    private static void add(double[] sum, UnitVector vector, double share) {
        float[] values = vector.values();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += share * values[i];
        }
    }

    private Map<UUID, UnitVector> vectors(TenantId tenant, Collection<UUID> ids) {
        return images.embeddings(tenant, models.embedding().key(), ids);
    }

    private static UnitVector vector(Map<UUID, UnitVector> vectors, UUID id) {
        UnitVector vector = vectors.get(id);
        if (vector == null) {
            throw ProblemException.notFound("picture", new ImageId(id));
        }
        return vector;
    }

    private byte[] original(TenantId tenant, Image image) {
        Path file = objects.find(tenant, new ObjectKey(image.sha256()))
                .orElseThrow(() -> ProblemException.notFound("file of picture", new ImageId(image.id())));
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sought look(String name, byte[] bytes, Optional<Crop> crop, Set<UUID> itself) {
        try {
            return room.look(name, bytes, (_, image) -> {
                RgbImage part = crop.map(box -> box.of(image)).orElse(image);
                return new Sought(models.embed(part), Optional.of(PerceptualHash.of(part)), itself);
            });
        } catch (UnreadableImageException e) {
            throw PictureProblem.refusal(e);
        }
    }
}
