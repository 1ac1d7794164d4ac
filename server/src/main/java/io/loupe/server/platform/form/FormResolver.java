package io.loupe.server.platform.form;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;

/**
 * Forms with files, for Spring. Short files stay in memory as long as all forms together take no more than a share of the
 * heap; the others lie in files until they are answered.
 */
public final class FormResolver implements MultipartResolver {
    private static final int SHARE_OF_HEAP = 8;

    private final FormLimits limits;
    private final Path folder;
    private final FormMemory memory = new FormMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);

    /**
     * For forms within the limits.
     *
     * @param folder where files lie while they come, cleared at the start by whoever has it
     */
    public FormResolver(FormLimits limits, Path folder) {
        this.limits = limits;
        this.folder = folder;
    }

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
        return new FormRequest(request, limits, new FormReader(limits, memory, folder));
    }

    @Override
    public void cleanupMultipart(MultipartHttpServletRequest request) {
        if (request instanceof FormRequest form) {
            form.delete();
        }
    }
}
