package io.loupe.server.inspection.verdict;

import io.loupe.images.ImageEncoding;
import io.loupe.images.ImageFiles;
import io.loupe.images.ImageLimits;
import io.loupe.report.HeatScale;
import io.loupe.report.Heatmap;
import io.loupe.report.Overlay;
import io.loupe.server.inspection.verdict.History.Drawn;
import io.loupe.server.models.PictureRoom;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.Box;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Draws the pictures of verdicts when somebody wants to see them, from what is kept: nothing of it depends on whether the
 * model is still there. One at a time, so that judging goes on meanwhile. Thread-safe.
 */
@Component
public final class VerdictDrawing {
    /** More than screens show. */
    private static final int LONGEST_SIDE = 2048;

    private static final int PREVIEW_SIDE = 256;

    private final History history;
    private final ObjectStore objects;
    private final PictureRoom room;
    private final Semaphore turn = new Semaphore(1, true);

    VerdictDrawing(History history, ObjectStore objects, PictureRoom room) {
        this.history = history;
        this.objects = objects;
        this.room = room;
    }

    /**
     * The picture as a PNG file, of the size of the one that was judged, or smaller where that is very large; a preview as
     * {@link ImageEncoding#thumbnail} writes it.
     *
     * @throws ProblemException if there is no such verdict
     */
    public byte[] draw(VerdictPicture wanted) {
        Drawn drawn = history.drawn(wanted.tenant(), wanted.project(), wanted.sequence());
        turn.acquireUninterruptibly();
        try {
            return switch (wanted.kind()) {
                case HEATMAP -> ImageEncoding.png(Heatmap.render(fitted(drawn), scale(drawn)));
                case MASK -> mask(drawn);
                case OVERLAY -> look(wanted, drawn, image -> ImageEncoding.png(overlay(image, drawn)));
                case PREVIEW -> look(wanted, drawn, image -> ImageEncoding.thumbnail(image, PREVIEW_SIDE));
            };
        } finally {
            turn.release();
        }
    }

    /** The media type of what was drawn. */
    public static String typeOf(byte[] picture) {
        return ImageFiles.probe("a picture of a verdict", picture, ImageLimits.DEFAULT)
                .format()
                .mediaType();
    }

    private static HeatScale scale(Drawn drawn) {
        return HeatScale.ofPixelScore(drawn.map().pixelScore());
    }

    private static AnomalyMap fitted(Drawn drawn) {
        double zoom = zoom(drawn);
        return drawn.map()
                .map()
                .resized(
                        zoomed(drawn.row().judgement().height(), zoom),
                        zoomed(drawn.row().judgement().width(), zoom));
    }

    private static byte[] mask(Drawn drawn) {
        Judgement said = drawn.row().judgement();
        return ImageEncoding.png(
                drawn.map().mask(drawn.map().map(), said.verdict()).resized(said.height(), said.width()));
    }

    private byte[] look(VerdictPicture wanted, Drawn drawn, Function<RgbImage, byte[]> draw) {
        Judgement said = drawn.row().judgement();
        Path file = objects.find(wanted.tenant(), said.picture())
                .orElseThrow(() -> ProblemException.notFound("picture", said.picture()));
        return room.look(said.filename(), read(file), (_, image) -> draw.apply(image));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture %s cannot be read".formatted(file), e);
        }
    }

    private static RgbImage overlay(RgbImage image, Drawn drawn) {
        Judgement said = drawn.row().judgement();
        double zoom = zoom(drawn);
        RgbImage small = zoom == 1
                ? image
                : Resampler.resize(
                        image, zoomed(image.height(), zoom), zoomed(image.width(), zoom), Resampling.BILINEAR);
        AnomalyMap map = drawn.map().map();
        List<Box> boxes = said.details().regions().stream()
                .map(region -> zoomed(region.box(), zoom))
                .toList();
        return Overlay.render(small, map, drawn.map().mask(map, said.verdict()), scale(drawn), boxes);
    }

    private static double zoom(Drawn drawn) {
        Judgement said = drawn.row().judgement();
        return Math.min(1, (double) LONGEST_SIDE / Math.max(said.height(), said.width()));
    }

    private static int zoomed(int side, double zoom) {
        return Math.max(1, (int) Math.round(side * zoom));
    }

    private static Box zoomed(Box box, double zoom) {
        return new Box(
                (int) Math.round(box.x() * zoom),
                (int) Math.round(box.y() * zoom),
                zoomed(box.width(), zoom),
                zoomed(box.height(), zoom));
    }
}
