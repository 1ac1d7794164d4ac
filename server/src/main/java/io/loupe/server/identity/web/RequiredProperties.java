package io.loupe.server.identity.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the OpenAPI file what the types say already: a record's component is always there unless it is nullable. */
@Component
@SuppressWarnings("rawtypes") // the converter's own signature
final class RequiredProperties implements ModelConverter {
    @Override
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema schema = chain.next().resolve(type, context, chain);
        JavaType java = Json.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            Schema model = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().replaceFirst(".*/", ""));
            for (RecordComponent component : java.getRawClass().getRecordComponents()) {
                require(component, model);
            }
        }
        return schema;
    }

    private static void require(RecordComponent component, @Nullable Schema model) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        String name = renamed == null ? component.getName() : renamed.value();
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.getType() == Optional.class;
        if (model != null
                && model.getProperties() != null
                && model.getProperties().containsKey(name)
                && !optional) {
            model.addRequiredItem(name);
        }
    }
}
