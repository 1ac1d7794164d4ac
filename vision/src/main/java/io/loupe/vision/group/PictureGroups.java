package io.loupe.vision.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which pictures show the same part. Those of one part are neighbours in the order of the pictures, so that leaving a part
 * out is leaving out one run of pictures.
 *
 * @param sizes how many pictures each part has, in order; each at least 1
 */
public record PictureGroups(List<Integer> sizes) {
    public PictureGroups {
        sizes = List.copyOf(sizes);
        if (sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("A group of pictures holds at least 1, got sizes %s".formatted(sizes));
        }
    }

    /** Every picture shows a part of its own. */
    public static PictureGroups single(int pictures) {
        return new PictureGroups(Collections.nCopies(pictures, 1));
    }

    /** How many parts there are. */
    public int count() {
        return sizes.size();
    }

    public int pictureCount() {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }

    /** The pictures of every part, in order. */
    public List<PictureRange> ranges() {
        List<PictureRange> ranges = new ArrayList<>();
        int from = 0;
        for (int size : sizes) {
            ranges.add(new PictureRange(from, from + size));
            from += size;
        }
        return ranges;
    }

    /** For each picture those that show the same part, itself among them. */
    public List<PictureRange> rangeOfEach() {
        return ranges().stream()
                .flatMap(range -> Collections.nCopies(range.count(), range).stream())
                .toList();
    }

    /** These parts and more behind them, with one picture each. */
    public PictureGroups withSingle(int more) {
        return new PictureGroups(Stream.concat(sizes.stream(), Collections.nCopies(more, 1).stream())
                .toList());
    }
}
