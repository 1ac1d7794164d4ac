package io.loupe.server.models;

import io.loupe.index.UnitVector;
import io.loupe.server.platform.health.HealthPart;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.image.RgbImage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The networks that look at pictures: one encoder, and a detector where there is one, each open once and shared by all
 * callers through a queue that is bounded. They are opened in the background once the server is ready, which starts the
 * sooner; whoever comes earlier waits. Thread-safe.
 */
@Component
public final class PictureModels implements HealthPart, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PictureModels.class);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final FutureTask<OpenModels> opening;
    private final AtomicBoolean begun = new AtomicBoolean();

    PictureModels(Settings settings) {
        this.opening = new FutureTask<>(() -> open(settings));
    }

    /** Begins to open them, unless that was begun before. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!begun.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("open-models").start(opening);
        }
    }

    private static OpenModels open(Settings settings) {
        try {
            return OpenModels.open(settings.models());
        } catch (RuntimeException | Error e) {
            log.error("The networks could not be opened", e);
            throw e;
        }
    }

    /** What makes the vectors. */
    public EmbeddingModel embedding() {
        return open().embeddingModel();
    }

    /**
     * The vector of a picture of any size.
     *
     * @throws ProblemException if too many pictures are waiting, or the encoder could not be opened
     */
    public UnitVector embed(RgbImage image) {
        return open().embed(image);
    }

    /**
     * The objects that are seen in a picture, best first; none where there is no detector.
     *
     * @throws ProblemException if too many pictures are waiting, or the encoder could not be opened
     */
    public List<FoundObject> detect(RgbImage image) {
        return open().detect(image).stream().map(FoundObject::of).toList();
    }

    @Override
    public String name() {
        return "encoder";
    }

    @Override
    public Health check() {
        return switch (opening.state()) {
            case SUCCESS -> Health.ok(opening.resultNow().describe());
            case RUNNING -> Health.ok("The networks are being opened.");
            case FAILED -> Health.degraded(reason());
            case CANCELLED -> Health.degraded("The server is stopping.");
        };
    }

    private String reason() {
        return String.valueOf(opening.exceptionNow().getMessage());
    }

    private OpenModels open() {
        begin();
        try {
            return opening.get();
        } catch (ExecutionException _) {
            throw ProblemException.unavailable(reason(), RETRY_AFTER);
        } catch (CancellationException _) {
            throw stopping();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw stopping();
        }
    }

    private static ProblemException stopping() {
        return ProblemException.unavailable("The server is stopping.", RETRY_AFTER);
    }

    @Override
    public void close() {
        if (!begun.getAndSet(true)) {
            opening.cancel(false); // nobody begins now
            return;
        }
        try {
            opening.get().close();
        } catch (ExecutionException _) {
            // Never opened; check() says why.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
