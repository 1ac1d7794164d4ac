package io.loupe.vision.method;

import io.loupe.vision.neighbors.RowMatrix;
import java.util.List;

/**
 * Some patches of a picture, as a method compares them: what a correction keeps of it.
 *
 * @param taps what is kept of each tap, in the encoder's order
 */
public record PatchExcerpt(List<TapExcerpt> taps) {
    /**
     * Some patches of one tap.
     *
     * @param patches ascending: which ones, counted along the rows of the tap's grid
     * @param values shape [patches, dimension]
     */
    public record TapExcerpt(List<Integer> patches, RowMatrix values) {
        public TapExcerpt {
            patches = List.copyOf(patches);
            if (patches.size() != values.rows()) {
                throw new IllegalArgumentException(
                        "%d patches cannot have %d rows of values".formatted(patches.size(), values.rows()));
            }
        }
    }

    public PatchExcerpt {
        taps = List.copyOf(taps);
    }
}
