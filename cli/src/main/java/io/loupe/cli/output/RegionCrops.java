package io.loupe.cli.output;

import io.loupe.report.Crop;
import io.loupe.report.Report;
import io.loupe.vision.Finding;
import io.loupe.vision.GoodPicture;
import io.loupe.vision.NearestNormal;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.Box;
import io.loupe.vision.map.Region;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures that put a region beside the normal patches it was compared with: the same share of the picture around
 * each, at the same size and with the compared patch marked, so that the eye can find the difference.
 */
final class RegionCrops {
    /** Only the worst regions of a picture are drawn; the rest is listed. */
    private static final int DRAWN_PER_PICTURE = 3;

    private static final double SHARE_OF_PICTURE = 0.3;
    private static final int WIDTH_PIXELS = 240;

    private final Path folder;
    private final Map<String, GoodPicture> goodPictures;

    RegionCrops(Path folder, List<GoodPicture> goodPictures) {
        this.folder = folder;
        this.goodPictures = goodPictures.stream()
                .collect(Collectors.toMap(GoodPicture::name, Function.identity(), (first, _) -> first));
    }

    /** The region as the report lists it, drawn where its rank allows. */
    Report.Region describe(String stem, RgbImage image, Finding finding, int rank) {
        boolean drawn = rank < DRAWN_PER_PICTURE && !finding.nearest().isEmpty();
        Region region = finding.region();
        List<Report.Nearest> nearest = new ArrayList<>();
        for (NearestNormal normal : finding.nearest()) {
            String crop = drawn ? cropOf(normal, stem + "_normal" + (nearest.size() + 1) + ".png") : null;
            nearest.add(new Report.Nearest(normal.image(), normal.box(), crop));
        }
        return new Report.Region(
                region.box(),
                region.areaPixels(),
                region.areaShare(),
                region.peakScore(),
                drawn ? write(stem + ".png", image, patchAtPeak(image, finding)) : null,
                nearest);
    }

    /** As large a share of this picture as the normal patch is of its own. */
    private Box patchAtPeak(RgbImage image, Finding finding) {
        NearestNormal nearest = finding.nearest().getFirst();
        GoodPicture good = goodPictures.get(nearest.image());
        int height = good == null ? 1 : scaled(nearest.box().height(), good.height(), image.height());
        int width = good == null ? 1 : scaled(nearest.box().width(), good.width(), image.width());
        Region region = finding.region();
        return new Box(region.peakColumn() - width / 2, region.peakRow() - height / 2, width, height);
    }

    private @Nullable String cropOf(NearestNormal nearest, String path) {
        GoodPicture good = goodPictures.get(nearest.image());
        if (good == null) {
            return null;
        }
        RgbImage thumbnail = good.thumbnail().unpacked();
        Box box = nearest.box();
        Box onThumbnail = new Box(
                box.x() * thumbnail.width() / good.width(),
                box.y() * thumbnail.height() / good.height(),
                scaled(box.width(), good.width(), thumbnail.width()),
                scaled(box.height(), good.height(), thumbnail.height()));
        return write(path, thumbnail, onThumbnail);
    }

    private static int scaled(int length, int from, int to) {
        return Math.max(1, (int) Math.round((double) length * to / from));
    }

    private String write(String path, RgbImage image, Box patch) {
        int side = Math.max(1, (int) Math.round(SHARE_OF_PICTURE * Math.min(image.height(), image.width())));
        PngFile.write(folder.resolve(path), Crop.marked(image, patch, side, WIDTH_PIXELS));
        return path;
    }
}
