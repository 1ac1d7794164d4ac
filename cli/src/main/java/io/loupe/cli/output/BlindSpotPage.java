package io.loupe.cli.output;

import io.loupe.report.BlindSpotPicture;
import io.loupe.report.BlindSpotReport;
import io.loupe.vision.Detector;
import io.loupe.vision.GoodPicture;
import io.loupe.vision.blindspot.BlindSpots;
import io.loupe.vision.file.AtomicFile;
import java.nio.file.Path;

/** The blind spots of a model as a page, with the map of them as a picture beside it. */
public final class BlindSpotPage {
    private BlindSpotPage() {}

    /**
     * Writes {@code NAME.html} and {@code NAME_blind_spots.png}.
     *
     * @param model whose file name gives NAME
     * @param detector that knows its blind spots
     * @return the page
     */
    public static Path write(Path folder, Path model, Detector detector) {
        BlindSpots spots = detector.blindSpots().orElseThrow();
        GoodPicture good = detector.goodPictures().getFirst();
        String stem = ResultFolder.stemOf(model.getFileName().toString());
        String picture = stem + "_blind_spots.png";
        PngFile.write(
                folder.resolve(picture),
                BlindSpotPicture.render(good.thumbnail().unpacked(), spots, detector.typicalSide()));
        Path page = folder.resolve(stem + ".html");
        AtomicFile.writeText(
                page,
                BlindSpotReport.render(
                        "Blind spots of " + stem,
                        Made.now(),
                        detector.remark(),
                        spots,
                        detector.typicalSide(),
                        picture));
        return page;
    }
}
