package io.loupe.cli.output;

import io.loupe.report.Crop;
import io.loupe.report.Report;
import io.loupe.vision.Finding;
import io.loupe.vision.GoodPicture;
import io.loupe.vision.NearestNormal;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.Box;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures that put a region beside the normal patch it was compared with: the same share of the picture around
 * each, at the same size, so that the eye can find the difference.
 */
final class RegionCrops {
    /** Only the worst regions of a picture are drawn; the rest is listed. */
    private static final int DRAWN_PER_PICTURE = 3;

    private static final double SHARE_OF_PICTURE = 0.3;
    private static final int SIDE_PIXELS = 120;

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
        var region = finding.region();
        String crop =
                drawn ? write(stem + ".png", around(image, region.peakRow() + 0.5, region.peakColumn() + 0.5)) : null;
        return new Report.Region(
                region.box(),
                region.areaPixels(),
                region.areaShare(),
                region.peakScore(),
                crop,
                finding.nearest().stream()
                        .map(nearest -> describe(stem, nearest, drawn))
                        .toList());
    }

    private Report.Nearest describe(String stem, NearestNormal nearest, boolean drawn) {
        GoodPicture good = goodPictures.get(nearest.image());
        @Nullable String crop = null;
        if (drawn && good != null) {
            RgbImage thumbnail = good.thumbnail();
            Box box = nearest.box();
            double row = (box.y() + box.height() / 2.0) * thumbnail.height() / good.height();
            double column = (box.x() + box.width() / 2.0) * thumbnail.width() / good.width();
            crop = write(stem + "_normal.png", around(thumbnail, row, column));
        }
        return new Report.Nearest(nearest.image(), nearest.box(), crop);
    }

    private String write(String path, RgbImage crop) {
        PngFile.write(folder.resolve(path), crop);
        return path;
    }

    /** A square around a place, moved inside the picture where it would stick out. */
    private static RgbImage around(RgbImage image, double row, double column) {
        int side = Math.max(1, (int) Math.round(SHARE_OF_PICTURE * Math.min(image.height(), image.width())));
        RgbImage crop = Crop.around(image, new Box((int) column, (int) row, 1, 1), side);
        return Resampler.resize(crop, SIDE_PIXELS, SIDE_PIXELS, Resampling.BICUBIC);
    }
}
