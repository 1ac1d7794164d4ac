package io.loupe.server.inspection.threshold;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.threshold.ThresholdPreview.Bands;
import io.loupe.server.inspection.verdict.History;
import io.loupe.server.inspection.verdict.HistoryFilter;
import io.loupe.server.inspection.verdict.HistoryRow;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.inspection.version.ModelVersions;
import io.loupe.server.inspection.version.OpenDetectors;
import io.loupe.server.inspection.version.VersionTest;
import io.loupe.vision.threshold.Threshold;
import io.loupe.vision.threshold.Verdict;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Moves thresholds. Nothing is learned or scored again: a version keeps the scores that it is made from. */
@Service
public class Thresholds {
    private static final int EXAMINED = 1_000;

    private final ModelVersions versions;
    private final OpenDetectors detectors;
    private final History history;

    Thresholds(ModelVersions versions, OpenDetectors detectors, History history) {
        this.versions = versions;
        this.detectors = detectors;
        this.history = history;
    }

    /**
     * What would change, seen by the scores of the last thousand verdicts that the version gave.
     *
     * @throws io.loupe.server.platform.problem.ProblemException if the project has no such version
     */
    public ThresholdPreview preview(TenantId tenant, UUID project, UUID versionId, ThresholdChoice choice) {
        ModelVersion version = versions.get(tenant, project, versionId);
        Threshold threshold = detectors.useAsTrained(tenant, version, choice::threshold);
        List<HistoryRow> judged = history.list(
                        tenant, project, HistoryFilter.ofVersion(version.label()), Long.MAX_VALUE, EXAMINED)
                .items();
        Map<Verdict, List<HistoryRow>> flips = judged.stream()
                .filter(row -> threshold.verdictOf(row.judgement().score())
                        != version.threshold().verdictOf(row.judgement().score()))
                .collect(Collectors.groupingBy(
                        row -> threshold.verdictOf(row.judgement().score())));
        List<VersionTest.Score> defects = versions.test(tenant, project, versionId)
                .map(VersionTest::defects)
                .orElse(List.of());
        return new ThresholdPreview(
                threshold,
                Bands.of(version.facts().heldOutScores().stream().mapToDouble(Double::doubleValue), threshold),
                Bands.of(defects.stream().mapToDouble(VersionTest.Score::score), threshold),
                judged.size(),
                flips);
    }

    /**
     * Lets a version judge by another threshold.
     *
     * @throws io.loupe.server.platform.problem.ProblemException if the project has no such version
     */
    public ModelVersion move(TenantId tenant, UUID project, UUID versionId, ThresholdChoice choice) {
        ModelVersion version = versions.get(tenant, project, versionId);
        Threshold threshold = detectors.useAsTrained(tenant, version, choice::threshold);
        return versions.moveThreshold(tenant, project, versionId, threshold, choice.source());
    }
}
