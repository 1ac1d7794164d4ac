package io.loupe.server.platform.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Where settings come from: {@code loupe.yaml}, over it the environment, over that the command line. */
final class SettingsSource {
    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
    private final SettingsProblems problems;

    /** A text and where it was read, for the sentence that refuses it. */
    record Value(String text, String place) {}

    private SettingsSource(SettingsProblems problems) {
        this.problems = problems;
    }

    static SettingsSource read(
            Path file, Map<String, String> environment, Map<Setting, String> commandLine, SettingsProblems problems) {
        SettingsSource source = new SettingsSource(problems);
        for (Setting setting : Setting.values()) {
            source.values.put(setting, new Value(setting.defaultText(), "default"));
        }
        if (Files.exists(file)) {
            source.addFile(file);
        }
        for (Setting setting : Setting.values()) {
            String variable = setting.environmentVariable();
            String text = environment.get(variable);
            if (text != null && !text.isBlank()) {
                source.values.put(setting, new Value(text.strip(), variable));
            }
        }
        commandLine.forEach((setting, text) -> source.values.put(setting, new Value(text, "--" + setting.key())));
        return source;
    }

    Value get(Setting setting) {
        Value value = values.get(setting);
        if (value == null) {
            throw new IllegalStateException("No value for " + setting);
        }
        return value;
    }

    private void addFile(Path file) {
        Object document;
        try {
            document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        } catch (IOException e) {
            problems.add("%s cannot be read (%s). Check its permissions.".formatted(file, e));
            return;
        } catch (YAMLException e) {
            problems.add("%s is no YAML: %s".formatted(file, e.getMessage()));
            return;
        }
        Map<String, @Nullable Object> flat = new LinkedHashMap<>();
        if (document instanceof Map<?, ?> map) {
            flatten("", map, flat);
        } else if (document != null) {
            problems.add("%s should hold keys and values, such as 'port: 8080'.".formatted(file));
        }
        flat.forEach((key, value) -> addEntry(file, key, value));
    }

    private void addEntry(Path file, String key, @Nullable Object value) {
        Setting.of(key)
                .ifPresentOrElse(
                        setting -> {
                            if (value != null) {
                                values.put(setting, new Value(text(value), "%s, %s".formatted(file, key)));
                            }
                        },
                        () -> problems.add("%s: there is no setting '%s'. The file that a first start writes lists all."
                                .formatted(file, key)));
    }

    private static String text(Object value) {
        return value instanceof List<?> items
                ? items.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value.toString();
    }

    private static void flatten(String prefix, Map<?, ?> map, Map<String, @Nullable Object> flat) {
        map.forEach((name, value) -> {
            String key = prefix + name;
            if (value instanceof Map<?, ?> nested) {
                flatten(key + ".", nested, flat);
            } else {
                flat.put(key, value);
            }
        });
    }
}
