package io.loupe.onnx.tensorflowjs;

import java.nio.file.Path;

/** Converts one TensorFlow.js model into a model folder; for builds, which have no command line of Loupe yet. */
public final class Convert {
    private Convert() {}

    /**
     * Writes {@code model.onnx}, {@code model.json} and {@code labels.txt}.
     *
     * @param arguments recipe file, the graph model's JSON file, labels file (one class name per line), output folder
     * @throws UnableToConvertException if recipe, model and labels do not fit together; nothing is written then
     */
    public static void main(String[] arguments) {
        if (arguments.length != 4) {
            throw new IllegalArgumentException(
                    "Four arguments are expected, in this order: recipe.json, the graph model's JSON, labels.txt, the folder to write to.");
        }
        Recipe recipe = Recipe.read(Path.of(arguments[0]));
        TensorFlowJsModel model = TensorFlowJsModel.read(Path.of(arguments[1]));
        model.convert(recipe, ClassNames.read(Path.of(arguments[2]))).writeTo(Path.of(arguments[3]));
    }
}
