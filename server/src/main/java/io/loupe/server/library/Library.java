package io.loupe.server.library;

import io.loupe.index.TenantId;
import io.loupe.server.library.ImageChanges.Changed;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Changes pictures for callers: what comes back from here, a search that begins afterwards sees. */
@Service
public class Library {
    private static final int MOST_KEYS = 50;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_VALUE = 1_000;

    private final ImageChanges changes;
    private final Trash trash;
    private final Images images;
    private final ImageIndex index;

    Library(ImageChanges changes, Trash trash, Images images, ImageIndex index) {
        this.changes = changes;
        this.trash = trash;
        this.images = images;
        this.index = index;
    }

    /**
     * Changes what is given of a picture.
     *
     * @throws ProblemException if there is no such picture, or something cannot be kept
     */
    public Image edit(TenantId tenant, UUID id, ImageEdit edit) {
        String name = edit.name();
        if (name != null && !Upload.keptName(name).equals(name)) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "name has from 1 to %d characters, no blanks around them and no control characters."
                            .formatted(Upload.LONGEST_NAME));
        }
        List<String> tags = edit.tags();
        Map<String, String> metadata = edit.metadata();
        if (metadata != null) {
            check(metadata);
        }
        ImageEdit checked = new ImageEdit(name, tags == null ? null : Tags.checked(tags), metadata);
        await(tenant, changes.edit(tenant, id, checked));
        return images.get(tenant, id);
    }

    private static void check(Map<String, String> metadata) {
        metadata.forEach((key, value) -> {
            if (!isKept(key, LONGEST_KEY) || key.isBlank() || value == null || !isKept(value, LONGEST_VALUE)) {
                throw new ProblemException(
                        ProblemCode.INVALID_CONTENT,
                        "metadata holds texts: keys of up to %d characters, values of up to %d; '%s' is not."
                                .formatted(LONGEST_KEY, LONGEST_VALUE, key));
            }
        });
        if (metadata.size() > MOST_KEYS) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "metadata has at most %d keys, got %d.".formatted(MOST_KEYS, metadata.size()));
        }
    }

    private static boolean isKept(String text, int longest) {
        return text.length() <= longest && text.indexOf('\0') < 0;
    }

    /** Adds tags to many pictures and takes others away; says how many changed. */
    public int tag(TenantId tenant, Collection<UUID> ids, List<String> add, List<String> remove) {
        return await(tenant, changes.tag(tenant, ids, Tags.checked(add), Tags.checked(remove)));
    }

    /** Throws pictures away; says how many. */
    public int trash(TenantId tenant, Collection<UUID> ids) {
        return await(tenant, changes.trash(tenant, ids));
    }

    /** Takes pictures out of the trash; says how many. */
    public int restore(TenantId tenant, Collection<UUID> ids) {
        return await(tenant, changes.restore(tenant, ids));
    }

    /** Makes an end of those of these pictures that are in the trash; says of how many. */
    public int purge(TenantId tenant, Collection<UUID> ids) {
        return await(tenant, trash.purge(tenant, ids));
    }

    private int await(TenantId tenant, Changed changed) {
        if (changed.count() > 0) {
            index.awaitApplied(tenant, changed.sequence());
        }
        return changed.count();
    }
}
