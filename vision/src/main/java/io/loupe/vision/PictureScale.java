package io.loupe.vision;

import io.loupe.vision.map.Box;
import io.loupe.vision.map.Region;

/**
 * Carries places from one raster over a picture to another one: from the grid or the map to the picture's own pixels.
 *
 * @param fromHeight rows of the raster that places come from
 * @param fromWidth columns of it
 * @param toHeight rows of the raster they go to
 * @param toWidth columns of it
 */
record PictureScale(int fromHeight, int fromWidth, int toHeight, int toWidth) {
    /** The smallest whole-pixel box that covers {@code box} on the other raster. */
    Box scale(Box box) {
        int left = (int) ((long) box.x() * toWidth / fromWidth);
        int top = (int) ((long) box.y() * toHeight / fromHeight);
        int right = (int) Math.ceilDiv((long) (box.x() + box.width()) * toWidth, fromWidth);
        int bottom = (int) Math.ceilDiv((long) (box.y() + box.height()) * toHeight, fromHeight);
        return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    /** The same region in pixels of the other raster; its area is scaled, not counted again. */
    Region scale(Region region) {
        double areaRatio = ((double) toHeight * toWidth) / ((double) fromHeight * fromWidth);
        return new Region(
                scale(region.box()),
                (int) Math.max(1, Math.round(region.areaPixels() * areaRatio)),
                region.areaShare(),
                region.peakScore(),
                scaleRow(region.peakRow()),
                scaleColumn(region.peakColumn()));
    }

    /** The row at the centre of which {@code row}'s centre lies on the other raster. */
    int scaleRow(int row) {
        return (int) ((2L * row + 1) * toHeight / (2L * fromHeight));
    }

    /** As {@link #scaleRow} for columns. */
    int scaleColumn(int column) {
        return (int) ((2L * column + 1) * toWidth / (2L * fromWidth));
    }
}
