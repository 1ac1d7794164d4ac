package io.loupe.server.inspection.verdict;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.verdict.Details.Nearest;
import io.loupe.server.inspection.verdict.Details.Region;
import io.loupe.server.inspection.verdict.HistoryItem.NearestView;
import io.loupe.server.inspection.verdict.HistoryItem.RegionView;
import io.loupe.server.inspection.verdict.VerdictPicture.Kind;
import io.loupe.server.library.Image;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.ImageViews;
import io.loupe.server.library.Images;
import io.loupe.server.objects.SignedUrls;
import io.loupe.server.platform.paging.Page;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Verdicts as answers show them, with addresses that open their pictures and those of their reasons. */
@Component
public final class VerdictViews {
    private final Images images;
    private final ImageViews imageViews;
    private final SignedUrls urls;

    VerdictViews(Images images, ImageViews imageViews, SignedUrls urls) {
        this.images = images;
        this.imageViews = imageViews;
        this.urls = urls;
    }

    public List<InspectedItem> ofInspected(TenantId tenant, UUID project, List<Inspected> inspected) {
        Iterator<HistoryItem> kept = of(
                        tenant,
                        project,
                        inspected.stream().flatMap(one -> one.row().stream()).toList())
                .iterator();
        return inspected.stream()
                .map(one -> one.problem()
                        .map(problem -> InspectedItem.refused(one.filename(), problem))
                        .orElseGet(() -> InspectedItem.of(kept.next())))
                .toList();
    }

    public Page<HistoryItem> of(TenantId tenant, UUID project, Page<HistoryRow> page) {
        return new Page<>(of(tenant, project, page.items()), page.next());
    }

    /** Looks up all pictures that any of them names by one query. */
    public List<HistoryItem> of(TenantId tenant, UUID project, List<HistoryRow> rows) {
        Map<UUID, Image> named = images.rows(tenant, idsOf(rows));
        return rows.stream().map(row -> item(tenant, project, row, named)).toList();
    }

    private static Set<UUID> idsOf(List<HistoryRow> rows) {
        return rows.stream()
                .flatMap(row -> row.judgement().details().regions().stream())
                .flatMap(region -> region.nearest().stream())
                .map(Nearest::imageId)
                .filter(Objects::nonNull)
                .map(ImageId::value)
                .collect(Collectors.toSet());
    }

    private HistoryItem item(TenantId tenant, UUID project, HistoryRow row, Map<UUID, Image> named) {
        Judgement said = row.judgement();
        return new HistoryItem(
                row.sequence(),
                row.at(),
                said.filename(),
                said.verdict(),
                said.score(),
                said.failScore(),
                said.warnScore(),
                said.failScore() > 0 ? said.score() / said.failScore() : null,
                said.details().pValue(),
                said.details().anomalousShare(),
                said.width(),
                said.height(),
                urls.toGet(tenant, said.picture(), said.pictureType(), urls.usualTime()),
                url(tenant, project, row, Kind.PREVIEW),
                url(tenant, project, row, Kind.HEATMAP),
                url(tenant, project, row, Kind.OVERLAY),
                url(tenant, project, row, Kind.MASK),
                said.details().regions().stream()
                        .map(region -> region(tenant, region, named))
                        .toList(),
                said.version(),
                said.versionId(),
                said.thresholdRevision(),
                said.details().timings(),
                said.operator(),
                said.job().orElse(null),
                said.picture(),
                row.previousHash(),
                row.hash());
    }

    private String url(TenantId tenant, UUID project, HistoryRow row, Kind kind) {
        return urls.toGet(new VerdictPicture(tenant, project, row.sequence(), kind).path(), urls.usualTime());
    }

    private RegionView region(TenantId tenant, Region region, Map<UUID, Image> named) {
        return new RegionView(
                region.box(),
                region.area(),
                region.areaShare(),
                region.score(),
                region.nearest().stream()
                        .map(nearest -> new NearestView(
                                nearest.imageId(), nearest.name(), nearest.box(), url(tenant, nearest, named)))
                        .toList());
    }

    private @Nullable String url(TenantId tenant, Nearest nearest, Map<UUID, Image> named) {
        ImageId id = nearest.imageId();
        Image image = id == null ? null : named.get(id.value());
        return image == null ? null : imageViews.originalUrl(tenant, image);
    }
}
