package io.loupe.server.platform.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.MultiPart;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;

/** A request with a form, which is read when it is first asked for: by then it is known that its sender may. */
final class FormRequest extends DefaultMultipartHttpServletRequest {
    private final FormLimits limits;
    private final FormReader reader;
    private List<FormPart> parts = List.of();

    FormRequest(HttpServletRequest request, FormLimits limits, FormReader reader) {
        super(request);
        this.limits = limits;
        this.reader = reader;
    }

    @Override
    protected void initializeMultipart() {
        String boundary = MultiPart.extractBoundary(getContentType());
        if (boundary == null || boundary.isEmpty()) {
            throw new MultipartException("No boundary");
        }
        if (getContentLengthLong() > limits.bytes()) {
            throw limits.tooLarge();
        }
        try {
            parts = reader.read(boundary, getInputStream(), getContentLengthLong());
        } catch (IOException e) {
            throw new MultipartException("The form could not be read", e);
        }
        MultiValueMap<String, MultipartFile> files = new LinkedMultiValueMap<>();
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (FormPart part : parts) {
            if (part.isFile()) {
                files.add(part.name(), part);
            } else {
                fields.add(part.name(), part.text());
            }
        }
        setMultipartFiles(files);
        setMultipartParameters(fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().toArray(String[]::new))));
        setMultipartParameterContentTypes(Map.of());
    }

    /** Deletes what was read. */
    void delete() {
        parts.forEach(part -> part.content().delete());
    }
}
