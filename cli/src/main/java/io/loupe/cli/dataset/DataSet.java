package io.loupe.cli.dataset;

import io.loupe.images.ImageFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of categories, each in one of two layouts:
 *
 * <ul>
 *   <li>MVTec AD: {@code NAME/train/good}, {@code NAME/test/TYPE}, {@code NAME/ground_truth/TYPE/STEM_mask.png}
 *   <li>plain: {@code NAME/good} and {@code NAME/bad}; every fifth good picture is kept for the test
 * </ul>
 */
public final class DataSet {
    private static final int PLAIN_TEST_EVERY = 5;

    private final Path folder;

    private DataSet(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder of categories.
     *
     * @throws UnusableDataSetException if it is not a folder
     */
    public static DataSet at(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableDataSetException(
                    "%s is not a folder. --data names the folder that holds the categories.".formatted(folder));
        }
        return new DataSet(folder);
    }

    /** The names of all folders here that look like a category, sorted. */
    public List<String> categoryNames() {
        return subfolders(folder).stream()
                .filter(DataSet::isCategory)
                .map(path -> path.getFileName().toString())
                .toList();
    }

    private static boolean isCategory(Path path) {
        return Files.isDirectory(path.resolve("train/good")) || Files.isDirectory(path.resolve("good"));
    }

    /**
     * The category of this name.
     *
     * @throws UnusableDataSetException if it is not there, or has no good pictures
     */
    public Category category(String name) {
        Path path = folder.resolve(name);
        if (!isCategory(path)) {
            throw new UnusableDataSetException(
                    "%s is no category: it has neither train/good nor good. Categories here: %s."
                            .formatted(path, categoryNames()));
        }
        return Files.isDirectory(path.resolve("train/good")) ? mvtec(name, path) : plain(name, path);
    }

    private static Category mvtec(String name, Path path) {
        List<LabelledFile> test = new ArrayList<>();
        Path testFolder = path.resolve("test");
        if (Files.isDirectory(testFolder)) {
            for (Path typeFolder : subfolders(testFolder)) {
                String type = typeFolder.getFileName().toString();
                Path masks = path.resolve("ground_truth").resolve(type);
                for (Path picture : ImageFiles.list(typeFolder)) {
                    test.add(new LabelledFile(picture, type, maskOf(picture, masks)));
                }
            }
        }
        return new Category(name, goodPictures(path.resolve("train/good")), test);
    }

    private static Category plain(String name, Path path) {
        List<Path> train = new ArrayList<>();
        List<LabelledFile> test = new ArrayList<>();
        List<Path> good = goodPictures(path.resolve("good"));
        Path bad = path.resolve("bad");
        boolean hasBad = Files.isDirectory(bad);
        for (int i = 0; i < good.size(); i++) {
            if (hasBad && i % PLAIN_TEST_EVERY == PLAIN_TEST_EVERY - 1) {
                test.add(new LabelledFile(good.get(i), LabelledFile.GOOD, Optional.empty()));
            } else {
                train.add(good.get(i));
            }
        }
        if (hasBad) {
            Path masks = path.resolve("ground_truth").resolve("bad");
            for (Path picture : ImageFiles.list(bad)) {
                test.add(new LabelledFile(picture, "bad", maskOf(picture, masks)));
            }
        }
        return new Category(name, train, test);
    }

    /**
     * The pictures of a folder of good parts, sorted.
     *
     * @throws UnusableDataSetException if there is none
     */
    public static List<Path> goodPictures(Path folder) {
        return pictures(folder, "good parts");
    }

    /**
     * The pictures of a folder, sorted.
     *
     * @param what they should show
     * @throws UnusableDataSetException if there is none
     */
    public static List<Path> pictures(Path folder, String what) {
        List<Path> pictures = ImageFiles.list(folder);
        if (pictures.isEmpty()) {
            throw new UnusableDataSetException(
                    "There is no picture in %s. Put pictures of %s there (JPEG, PNG, WebP, TIFF, BMP or GIF)."
                            .formatted(folder, what));
        }
        return pictures;
    }

    private static Optional<Path> maskOf(Path picture, Path masks) {
        String name = picture.getFileName().toString();
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return Stream.of(stem + "_mask.png", stem + ".png")
                .map(masks::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static List<Path> subfolders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Unable to list " + folder, e);
        }
    }
}
