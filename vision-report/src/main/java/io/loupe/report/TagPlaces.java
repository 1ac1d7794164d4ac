package io.loupe.report;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds places for tags beside their boxes where they hide no other tag. Whoever comes first has the choice. */
final class TagPlaces {
    private final Rectangle2D sheet;
    private final List<Rectangle2D> taken = new ArrayList<>();

    TagPlaces(Rectangle2D sheet) {
        this.sheet = sheet;
    }

    /**
     * The first free place of: above the box, inside at its top, below it, inside at its bottom, then further down from its
     * top; above the box where all are taken.
     *
     * @param reach how far the box's line reaches beyond the box
     */
    Rectangle2D take(Rectangle2D box, double width, double height, double reach) {
        double left = box.getMinX() - reach;
        Stream<Double> tops =
                Stream.of(box.getMinY() - height, box.getMinY() - reach, box.getMaxY(), box.getMaxY() + reach - height);
        Stream<Double> further =
                Stream.iterate(box.getMinY() - reach, top -> top + height).takeWhile(top -> top < sheet.getMaxY());
        List<Rectangle2D> places = Stream.concat(tops, further)
                .map(top -> onSheet(left, top, width, height))
                .toList();
        Rectangle2D place = places.stream()
                .filter(candidate -> taken.stream().noneMatch(candidate::intersects))
                .findFirst()
                .orElse(places.getFirst());
        taken.add(place);
        return place;
    }

    /** Moved so that it lies on the sheet. */
    private Rectangle2D onSheet(double left, double top, double width, double height) {
        return new Rectangle2D.Double(
                Math.clamp(left, 0.0, Math.max(0, sheet.getMaxX() - width)),
                Math.clamp(top, 0.0, Math.max(0, sheet.getMaxY() - height)),
                width,
                height);
    }
}
