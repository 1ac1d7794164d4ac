package io.loupe.server.inspection.verdict;

import io.loupe.server.objects.ObjectKey;
import io.loupe.vision.threshold.Verdict;
import java.util.Optional;
import java.util.UUID;

/**
 * What was said of a picture, by which version, for whom.
 *
 * @param job that the picture was an item of
 * @param filename as it came; within a job its item
 * @param picture its bytes, which the object store has
 * @param pictureType content type of the bytes
 * @param width in pixels, as it is looked at, after turning
 * @param warnScore a picture scoring above this is at least WARN
 * @param failScore a picture scoring above this is FAIL
 * @param version its label, 1.2
 */
public record Judgement(
        Optional<UUID> job,
        String filename,
        ObjectKey picture,
        String pictureType,
        int width,
        int height,
        Verdict verdict,
        double score,
        double warnScore,
        double failScore,
        UUID versionId,
        String version,
        int thresholdRevision,
        Operator operator,
        Details details) {}
