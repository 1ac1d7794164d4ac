package io.loupe.onnx.tensorflowjs;

import io.loupe.onnx.JsonFields;
import io.loupe.onnx.ModelDescriptionReader;
import io.loupe.onnx.tensorflowjs.Recipe.Detections;
import io.loupe.onnx.tensorflowjs.Recipe.Embedding;
import io.loupe.vision.encoder.InputSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a recipe: everything missing or wrong is reported together. */
final class RecipeReader {
    private static final int LIMIT_BYTES = 1 << 20;
    private static final Set<String> TAKEN = Set.of(Recipe.EMBEDDING, Recipe.HEATMAP, Recipe.SIDES);

    private RecipeReader() {}

    static Recipe read(Path file) {
        List<String> problems = new ArrayList<>();
        JsonNode json = json(file);
        Recipe recipe = recipe(json, JsonFields.of(json, problems));
        if (!problems.isEmpty()) {
            throw new UnableToConvertException(
                    "The recipe %s cannot be used:\n  - %s".formatted(file, String.join("\n  - ", problems)));
        }
        return recipe;
    }

    private static JsonNode json(Path file) {
        try {
            if (Files.size(file) > LIMIT_BYTES) {
                throw new UnableToConvertException(
                        "%s has %d bytes; a recipe has at most %d. Is it another kind of file?"
                                .formatted(file, Files.size(file), LIMIT_BYTES));
            }
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new UnableToConvertException(
                    "The recipe %s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UnableToConvertException("The recipe %s cannot be read: %s".formatted(file, e), e);
        }
    }

    /** The other fields of {@code input} are looked into as fields of model.json, when that is made. */
    private static Recipe recipe(JsonNode json, JsonFields fields) {
        JsonFields input = fields.object("input");
        String inputName = input.text("name");
        InputSize size = size(input);
        if (inputName.contains(":")) {
            input.problem("name", "\"%s\" has a colon, which is kept for other tensors".formatted(inputName));
        }
        JsonFields outputs = fields.object("outputs");
        SequencedMap<String, String> taps = outputs.textsByName("taps");
        for (String name : taps.keySet()) {
            if (TAKEN.contains(name) || name.equals(inputName) || name.contains(":") || name.isBlank()) {
                outputs.problem("taps", "a tap cannot be called \"%s\"".formatted(name));
            }
        }
        Recipe recipe = new Recipe(
                fields.text("id"),
                fields.text("licence"),
                fields.text("source"),
                json.path("input") instanceof ObjectNode node
                        ? node
                        : JsonMapper.shared().createObjectNode(),
                inputName,
                size,
                taps,
                outputs.has(Recipe.EMBEDDING)
                        ? Optional.of(embedding(outputs.object(Recipe.EMBEDDING), size))
                        : Optional.empty(),
                outputs.has("detections") ? Optional.of(detections(outputs.object("detections"))) : Optional.empty());
        if (recipe.wanted().isEmpty()) {
            fields.problem("outputs", "it asks for nothing: name nodes as taps, as embedding or for detections");
        }
        return recipe;
    }

    private static InputSize size(JsonFields fields) {
        List<Integer> size = fields.positives("size", 2);
        return new InputSize(size.get(0), size.get(1));
    }

    private static Embedding embedding(JsonFields embedding, InputSize pictures) {
        String cosine = ModelDescriptionReader.NEAR_DUPLICATE_COSINE;
        return new Embedding(
                embedding.text("node"),
                embedding.has("size") ? size(embedding) : pictures,
                embedding.has(cosine) ? Optional.of(embedding.number(cosine, -1, 1)) : Optional.empty());
    }

    private static Detections detections(JsonFields nodes) {
        return new Detections(nodes.text(Recipe.HEATMAP), nodes.text(Recipe.SIDES));
    }
}
