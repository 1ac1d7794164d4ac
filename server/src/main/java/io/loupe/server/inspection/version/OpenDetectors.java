package io.loupe.server.inspection.version;

import io.loupe.index.TenantId;
import io.loupe.server.library.ImageId;
import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.Detector;
import io.loupe.vision.encoder.EncoderSettings;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Models that are open. Each is opened once, by whoever wants it first, while the others wait; the ones that nobody used
 * for longest are closed when there are too many. Thread-safe.
 */
@Component
public final class OpenDetectors implements AutoCloseable {
    private final ModelVersions versions;
    private final int most;
    private final Map<UUID, Open> open = new HashMap<>();
    private long uses;

    /** What is asked of a model and of the pictures it learned from, by the names that it has for them. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Detector detector, Map<String, ImageId> pictures);
    }

    private record Model(Detector detector, Map<String, ImageId> pictures) {}

    /** A model that is open or being opened; changed only while {@link #open} is held. */
    private static final class Open {
        private final FutureTask<Model> opening;
        private int users;
        private long lastUse;

        private Open(FutureTask<Model> opening) {
            this.opening = opening;
        }

        private boolean isIdle() {
            return users == 0;
        }
    }

    OpenDetectors(ModelVersions versions, Settings settings) {
        this.versions = versions;
        this.most = settings.inspections().openModels();
    }

    /**
     * Uses a version's model, judging by the version's threshold. It must not be used longer.
     *
     * @throws io.loupe.vision.modelfile.UnreadableModelException if its file is damaged, or gives other numbers here
     * @throws io.loupe.vision.encoder.UnableToOpenEncoderException if its encoder is not here
     */
    public <T> T use(TenantId tenant, ModelVersion version, Work<T> work) {
        return withModel(
                tenant,
                version,
                model -> work.with(
                        version.thresholdRevision() == 0
                                ? model.detector()
                                : model.detector().withThreshold(version.threshold()),
                        model.pictures()));
    }

    /** As {@link #use}, judging by the threshold that the model was saved with. */
    public <T> T useAsTrained(TenantId tenant, ModelVersion version, Function<Detector, T> work) {
        return withModel(tenant, version, model -> work.apply(model.detector()));
    }

    private <T> T withModel(TenantId tenant, ModelVersion version, Function<Model, T> work) {
        Open taken = take(tenant, version);
        try {
            return work.apply(modelOf(taken));
        } finally {
            giveBack(version.id(), taken);
        }
    }

    private Open take(TenantId tenant, ModelVersion version) {
        Open taken;
        synchronized (open) {
            taken = open.computeIfAbsent(version.id(), _ -> new Open(new FutureTask<>(() -> load(tenant, version))));
            taken.users++;
            taken.lastUse = ++uses;
        }
        taken.opening.run(); // does nothing unless this is the first
        return taken;
    }

    /** As many pictures are judged at a time as there are cores: each on one thread is faster than all sharing them. */
    private Model load(TenantId tenant, ModelVersion version) {
        Map<String, ImageId> pictures = versions.pictures(tenant, version.project(), version.id()).stream()
                .collect(Collectors.toUnmodifiableMap(LearnedPicture::name, LearnedPicture::imageId));
        return new Model(
                Detector.load(
                        versions.file(tenant, version),
                        EncoderSettings.defaults().withThreads(1)),
                pictures);
    }

    private static Model modelOf(Open taken) {
        try {
            return taken.opening.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a model was being opened", e);
        }
    }

    private void giveBack(UUID version, Open taken) {
        List<Open> closing;
        synchronized (open) {
            taken.users--;
            if (taken.opening.state() == FutureTask.State.FAILED && open.get(version) == taken) {
                open.remove(version); // the next one tries again
            }
            closing = removeLongestUnused();
        }
        closing.forEach(OpenDetectors::close);
    }

    private List<Open> removeLongestUnused() {
        List<Map.Entry<UUID, Open>> leaving = open.entrySet().stream()
                .filter(entry -> entry.getValue().isIdle())
                .sorted(Comparator.comparingLong(entry -> entry.getValue().lastUse))
                .limit(Math.max(0, open.size() - most))
                .toList();
        leaving.forEach(entry -> open.remove(entry.getKey()));
        return leaving.stream().map(Map.Entry::getValue).toList();
    }

    private static void close(Open left) {
        if (left.opening.state() == FutureTask.State.SUCCESS) {
            left.opening.resultNow().detector().close();
        }
    }

    @Override
    public void close() {
        List<Open> all;
        synchronized (open) {
            all = List.copyOf(open.values());
            open.clear();
        }
        all.forEach(OpenDetectors::close);
    }
}
