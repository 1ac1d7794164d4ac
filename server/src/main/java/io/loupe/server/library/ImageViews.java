package io.loupe.server.library;

import io.loupe.index.TenantId;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.SignedUrls;
import org.springframework.stereotype.Component;

/** Pictures as answers show them, with addresses that open their files. */
@Component
public final class ImageViews {
    private final SignedUrls urls;

    ImageViews(SignedUrls urls) {
        this.urls = urls;
    }

    public ImageView of(TenantId tenant, Image image) {
        return new ImageView(
                new ImageId(image.id()),
                image.name(),
                image.sha256(),
                image.hash().toHex(),
                image.width(),
                image.height(),
                image.bytes(),
                image.format(),
                image.source(),
                image.tags(),
                image.createdAt(),
                image.capturedAt().orElse(null),
                image.modelName(),
                image.modelVersion(),
                image.quality().score(),
                image.quality(),
                image.objects(),
                image.owner().orElse(null),
                image.metadata(),
                image.trashedAt().orElse(null),
                previewUrl(tenant, image),
                originalUrl(tenant, image));
    }

    /** Opens a small version of the picture for some hours. */
    public String previewUrl(TenantId tenant, Image image) {
        return previewUrl(tenant, new ObjectKey(image.thumbnailSha256()));
    }

    /** The same of the picture that has this small version. */
    public String previewUrl(TenantId tenant, ObjectKey thumbnail) {
        return url(tenant, thumbnail, "image/webp");
    }

    /** Opens the picture as it came, for some hours. */
    public String originalUrl(TenantId tenant, Image image) {
        return url(tenant, new ObjectKey(image.sha256()), "image/" + image.format());
    }

    /** Opens a PNG that is kept with a picture, for some hours. */
    public String pngUrl(TenantId tenant, ObjectKey png) {
        return url(tenant, png, "image/png");
    }

    private String url(TenantId tenant, ObjectKey key, String type) {
        return urls.toGet(tenant, key, type, urls.usualTime());
    }
}
