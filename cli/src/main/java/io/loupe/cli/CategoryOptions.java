package io.loupe.cli;

import io.loupe.cli.dataset.Category;
import io.loupe.cli.dataset.DataSet;
import io.loupe.cli.dataset.UnusableDataSetException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Categories of a data set. */
final class CategoryOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "A folder of categories, each as MVTec AD has them (NAME/train/good, NAME/test/TYPE,"
                    + " NAME/ground_truth/TYPE) or with plain good and bad folders.")
    private Path data;

    @ArgGroup(multiplicity = "1")
    private Which which;

    /** One or all. */
    static final class Which {
        @Option(names = "--category", paramLabel = "NAME", required = true, description = "One category.")
        private @Nullable String category;

        @Option(names = "--all", required = true, description = "Every category of the folder.")
        private boolean all;
    }

    boolean isAll() {
        return which.all;
    }

    List<Category> categories() {
        DataSet dataSet = DataSet.at(data);
        if (which.category != null) {
            return List.of(dataSet.category(which.category));
        }
        List<String> names = dataSet.categoryNames();
        if (names.isEmpty()) {
            throw new UnusableDataSetException(
                    "There is no category in %s: no folder with train/good or good in it.".formatted(data));
        }
        return names.stream().map(dataSet::category).toList();
    }
}
