package io.loupe.server.identity.web;

import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.platform.problem.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the OpenAPI file says beyond what stands on the operations: how callers show who they are, which role an operation
 * needs ({@code x-required-role}), and what a failure looks like.
 */
@Configuration
class ApiDescription {
    private static final String TOKEN = "access token";
    private static final String KEY = "API key";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI openApi() {
        Components components = new Components()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .addSecuritySchemes(
                        KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name(CredentialFilter.API_KEY));
        ModelConverters.getInstance().readAll(new AnnotatedType(Problem.class)).forEach(components::addSchemas);
        return new OpenAPI()
                .info(new Info()
                        .title("Loupe")
                        .version("1")
                        .description("Visual search and inspection. Failures are problem details (RFC 9457) whose code"
                                + " programs can rely on."))
                .servers(List.of(new Server().url("/")))
                .components(components);
    }

    @Bean
    OperationCustomizer rolesAndFailures() {
        return (operation, handler) -> {
            RequiresRole required = handler.getMethodAnnotation(RequiresRole.class);
            if (required != null) {
                operation.addExtension("x-required-role", required.value().text());
                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
                operation.addSecurityItem(new SecurityRequirement().addList(KEY));
            }
            return withFailure(operation);
        };
    }

    /** In a form everything is a field; what is no file would be shown as a part of the address. */
    @Bean
    OpenApiCustomizer fieldsOfForms() {
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .forEach(operation -> Optional.ofNullable(
                                operation.getRequestBody().getContent().get("multipart/form-data"))
                        .ifPresent(form -> moveFields(operation, form.getSchema())));
    }

    private static void moveFields(Operation operation, Schema<?> form) {
        List<Parameter> ofTheAddress = new ArrayList<>();
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            if (!parameter.getIn().equals("query")) {
                ofTheAddress.add(parameter);
                continue;
            }
            form.addProperty(parameter.getName(), parameter.getSchema().description(parameter.getDescription()));
            if (Boolean.TRUE.equals(parameter.getRequired())) {
                form.addRequiredItem(parameter.getName());
            }
        }
        operation.setParameters(ofTheAddress.isEmpty() ? null : ofTheAddress);
    }

    private static Operation withFailure(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A failure")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
        return operation;
    }
}
