package io.loupe.server.inspection.project;

import io.loupe.index.PayloadFilter;
import io.loupe.index.TenantId;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.filter.FilterSql;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.paging.NumberedRequest;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which pictures of the library belong to a project, and what was said of them. A picture that is brought to a project again
 * is labelled anew.
 */
@Repository
public class ProjectImages {
    private static final String SELECT = """
            SELECT image_id, number, project_image.name, label, defect_type, image.sha256, mask_sha256, added_at
            FROM project_image JOIN image ON image.id = image_id
            WHERE project_id = ? AND trashed_at IS NULL
            """;

    /** What a picture keeps of a mask: nothing, once it is said to be good. */
    private static final String UPDATE = " ON CONFLICT (project_id, image_id) DO UPDATE SET label = excluded.label,"
            + " defect_type = excluded.defect_type,"
            + " mask_sha256 = CASE excluded.label WHEN 'defect' THEN project_image.mask_sha256 END"
            + " WHERE (project_image.label, project_image.defect_type)"
            + " IS DISTINCT FROM (excluded.label, excluded.defect_type)";

    private final TenantTransactions transactions;

    /**
     * A picture of the library that is about to belong to a project.
     *
     * @param name of the file that it came as
     */
    public record Brought(UUID image, String name) {}

    ProjectImages(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Adds pictures in this order; those that there are no more are passed over.
     *
     * @throws ProblemException if there is no such project
     */
    public void add(TenantId tenant, UUID project, Labelling labelling, List<Brought> brought) {
        transactions.in(tenant, jdbc -> {
            requireProject(jdbc, project);
            return jdbc.sql("INSERT INTO project_image (tenant_id, project_id, image_id, name, label, defect_type)"
                            + " SELECT ?, ?, id, new.name, ?, ? FROM (SELECT DISTINCT ON (brought_id) brought_id,"
                            + " brought_name AS name, ordinality"
                            + " FROM unnest(?::uuid[], ?::text[]) WITH ORDINALITY AS all_of (brought_id, brought_name)"
                            + " ORDER BY brought_id, ordinality) new JOIN image ON image.id = brought_id"
                            + " ORDER BY ordinality" + UPDATE)
                    .params(
                            tenant.value(),
                            project,
                            labelling.label().text(),
                            labelling.defectType(),
                            brought.stream().map(Brought::image).toArray(UUID[]::new),
                            brought.stream().map(Brought::name).toArray(String[]::new))
                    .update();
        });
    }

    /** Adds these pictures of the library, but for those in the trash, and says how many it changed something of. */
    public int addFromLibrary(TenantId tenant, UUID project, Labelling labelling, Collection<UUID> images) {
        return addFromLibrary(
                tenant, project, labelling, "id = ANY (?)", List.of((Object) images.toArray(UUID[]::new)));
    }

    /** Adds the pictures of the library that pass a filter, and says how many it changed something of. */
    public int addFromLibrary(TenantId tenant, UUID project, Labelling labelling, PayloadFilter filter) {
        FilterSql sql = FilterSql.of(filter);
        return addFromLibrary(tenant, project, labelling, sql.condition(), sql.parameters());
    }

    private int addFromLibrary(
            TenantId tenant, UUID project, Labelling labelling, String condition, List<?> parameters) {
        List<Object> all = new ArrayList<>(
                List.of(tenant.value(), project, labelling.label().text(), labelling.defectType()));
        all.addAll(parameters);
        return transactions.in(tenant, jdbc -> {
            requireProject(jdbc, project);
            return jdbc.sql("INSERT INTO project_image (tenant_id, project_id, image_id, name, label, defect_type)"
                            + " SELECT ?, ?, id, name, ?, ? FROM image WHERE trashed_at IS NULL AND (" + condition
                            + ") ORDER BY created_at, id" + UPDATE)
                    .params(all)
                    .update();
        });
    }

    private static void requireProject(JdbcClient jdbc, UUID project) {
        boolean exists = jdbc.sql("SELECT EXISTS (SELECT FROM project WHERE id = ?)")
                .param(project)
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw ProblemException.notFound("project", project);
        }
    }

    /** Pictures as they came. */
    public Page<ProjectImage> list(TenantId tenant, UUID project, Optional<Label> label, NumberedRequest request) {
        return transactions.in(tenant, jdbc -> {
            requireProject(jdbc, project);
            return Page.of(
                    jdbc.sql(SELECT + " AND number > ? AND (?::text IS NULL OR label = ?) ORDER BY number LIMIT ?")
                            .param(project)
                            .param(request.after())
                            .param(label.map(Label::text).orElse(null))
                            .param(label.map(Label::text).orElse(null))
                            .param(request.limit() + 1)
                            .query(ProjectImages::image)
                            .list(),
                    request.limit(),
                    image -> String.valueOf(image.number()));
        });
    }

    /** All pictures of a label in the order in which a folder lists their files: by the bytes of their names. */
    public List<ProjectImage> inOrderOfNames(TenantId tenant, UUID project, Label label) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql(SELECT + " AND label = ? ORDER BY project_image.name COLLATE \"C\", number")
                        .params(project, label.text())
                        .query(ProjectImages::image)
                        .list());
    }

    /**
     * One picture.
     *
     * @throws ProblemException if the project has no such picture
     */
    public ProjectImage get(TenantId tenant, UUID project, UUID image) {
        return transactions.in(tenant, jdbc -> find(jdbc, project, image));
    }

    /**
     * Labels a picture anew; one that is good has no mask.
     *
     * @throws ProblemException if the project has no such picture
     */
    public ProjectImage label(TenantId tenant, UUID project, UUID image, Labelling labelling) {
        return transactions.in(tenant, jdbc -> {
            jdbc.sql("UPDATE project_image SET label = ?, defect_type = ?,"
                            + " mask_sha256 = CASE ? WHEN 'defect' THEN mask_sha256 END"
                            + " WHERE project_id = ? AND image_id = ?")
                    .params(
                            labelling.label().text(),
                            labelling.defectType(),
                            labelling.label().text(),
                            project,
                            image)
                    .update();
            return find(jdbc, project, image);
        });
    }

    /**
     * Says where the defect is.
     *
     * @param mask empty for nobody knows
     * @throws ProblemException if the project has no such picture
     */
    public ProjectImage setMask(TenantId tenant, UUID project, UUID image, Optional<ObjectKey> mask) {
        return transactions.in(tenant, jdbc -> {
            jdbc.sql("UPDATE project_image SET mask_sha256 = ? WHERE project_id = ? AND image_id = ?")
                    .param(mask.map(ObjectKey::sha256).orElse(null))
                    .param(project)
                    .param(image)
                    .update();
            return find(jdbc, project, image);
        });
    }

    /**
     * Takes a picture out of the project; it stays in the library.
     *
     * @throws ProblemException if the project has no such picture
     */
    public void remove(TenantId tenant, UUID project, UUID image) {
        transactions.in(tenant, jdbc -> {
            find(jdbc, project, image);
            return jdbc.sql("DELETE FROM project_image WHERE project_id = ? AND image_id = ?")
                    .params(project, image)
                    .update();
        });
    }

    private static ProjectImage find(JdbcClient jdbc, UUID project, UUID image) {
        return jdbc.sql(SELECT + " AND image_id = ?")
                .params(project, image)
                .query(ProjectImages::image)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("picture", new ImageId(image)));
    }

    private static ProjectImage image(ResultSet row, int number) throws SQLException {
        return new ProjectImage(
                row.getObject("image_id", UUID.class),
                row.getLong("number"),
                row.getString("name"),
                new Labelling(Label.of(row.getString("label")), row.getString("defect_type")),
                new ObjectKey(row.getString("sha256")),
                Optional.ofNullable(row.getString("mask_sha256")).map(ObjectKey::new),
                row.getTimestamp("added_at").toInstant());
    }
}
