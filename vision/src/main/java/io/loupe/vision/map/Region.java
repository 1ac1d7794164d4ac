package io.loupe.vision.map;

/**
 * A connected set of anomalous pixels.
 *
 * @param box the smallest box around it, in pixels of the map it was found on
 * @param areaPixels how many pixels it has
 * @param areaShare how much of the map, 0..1, they are
 * @param peakScore the highest map value in it
 * @param peakRow row of that value
 * @param peakColumn column of that value
 */
public record Region(Box box, int areaPixels, double areaShare, double peakScore, int peakRow, int peakColumn) {}
