package io.loupe.cli.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * One product: good pictures to learn from, and labelled ones to judge by.
 *
 * @param name of its folder
 * @param good pictures to train on, sorted
 * @param test labelled pictures, sorted by type and name; empty when there are only good ones
 */
public record Category(String name, List<Path> good, List<LabelledFile> test) {
    public Category {
        good = List.copyOf(good);
        test = List.copyOf(test);
    }
}
