package io.loupe.server.inspection.training;

import io.loupe.server.inspection.project.ProjectImage;
import io.loupe.server.inspection.version.LearnedPicture;
import io.loupe.server.library.ImageId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A picture of a project under a name that no other one has, as a model calls it.
 *
 * @param name that of its file; where an earlier one is called so, with a number behind it
 */
record Example(String name, ProjectImage image) {
    /** Examples of pictures, in their order. */
    static List<Example> of(List<ProjectImage> images) {
        Set<String> names = new HashSet<>();
        List<Example> examples = new ArrayList<>();
        for (ProjectImage image : images) {
            String name = image.name();
            for (int number = 2; !names.add(name); number++) {
                name = "%s (%d)".formatted(image.name(), number);
            }
            examples.add(new Example(name, image));
        }
        return examples;
    }

    LearnedPicture learned() {
        return new LearnedPicture(
                new ImageId(image.image()), name, image.picture().sha256());
    }
}
