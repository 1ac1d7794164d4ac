package io.loupe.server.inspection.project;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.project.Project.ActiveVersion;
import io.loupe.server.library.ImageViews;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.paging.PageRequest;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The projects of a tenant. */
@Repository
public class Projects {
    /** What a job that trains is called; it names its project in its request. */
    public static final String TRAINING_JOB = "train";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 2_000;

    private static final String SELECT = """
            SELECT project.id, project.name, project.description, project.created_at,
                (SELECT count(*) FILTER (WHERE label = 'good') FROM project_image JOIN image ON image.id = image_id
                    WHERE project_id = project.id AND trashed_at IS NULL) AS good_images,
                (SELECT count(*) FILTER (WHERE label = 'defect') FROM project_image JOIN image ON image.id = image_id
                    WHERE project_id = project.id AND trashed_at IS NULL) AS defect_images,
                ARRAY(SELECT thumbnail_sha256 FROM project_image JOIN image ON image.id = image_id
                    WHERE project_id = project.id AND label = 'good' AND trashed_at IS NULL
                    ORDER BY number LIMIT 4) AS previews,
                active.version_id, active.label,
                (SELECT job.id FROM job WHERE job.type = '%s' AND job.state IN ('queued', 'running')
                    AND job.request ->> 'project' = project.id::text ORDER BY job.id DESC LIMIT 1) AS training
            FROM project LEFT JOIN LATERAL (
                SELECT version_id, major || '.' || minor AS label
                FROM activation JOIN model_version ON model_version.id = version_id
                WHERE activation.project_id = project.id AND rolled_back_at IS NULL ORDER BY number DESC LIMIT 1
            ) active ON true
            """.formatted(TRAINING_JOB);

    private final TenantTransactions transactions;
    private final ImageViews views;

    /** What to change; null leaves it as it is. */
    public record Edit(@Nullable String name, @Nullable String description) {}

    Projects(TenantTransactions transactions, ImageViews views) {
        this.transactions = transactions;
        this.views = views;
    }

    /**
     * Adds a project.
     *
     * @throws ProblemException if the tenant has one of this name
     */
    public Project create(TenantId tenant, String name, String description, Optional<UUID> by) {
        requireDescription(description);
        String checked = checkedName(name);
        return withFreeName(
                checked,
                () -> transactions.in(tenant, jdbc -> {
                    UUID id = jdbc.sql(
                                    "INSERT INTO project (tenant_id, name, description, created_by) VALUES (?, ?, ?, ?)"
                                            + " RETURNING id")
                            .param(tenant.value())
                            .param(checked)
                            .param(description)
                            .param(by.orElse(null))
                            .query(UUID.class)
                            .single();
                    jdbc.sql("INSERT INTO verdict_chain (tenant_id, project_id, last, head) VALUES (?, ?, 0, ?)")
                            .params(tenant.value(), id, new byte[32])
                            .update();
                    return find(jdbc, tenant, id);
                }));
    }

    /** Projects, the newest first. */
    public Page<Project> list(TenantId tenant, PageRequest request) {
        return transactions.in(
                tenant,
                jdbc -> Page.of(
                        jdbc.sql(SELECT + " WHERE project.id < ? ORDER BY project.id DESC LIMIT ?")
                                .params(request.before(), request.limit() + 1)
                                .query((row, _) -> project(tenant, row))
                                .list(),
                        request.limit(),
                        project -> project.id().toString()));
    }

    /**
     * One project.
     *
     * @throws ProblemException if this tenant has no such project
     */
    public Project get(TenantId tenant, UUID id) {
        return transactions.in(tenant, jdbc -> find(jdbc, tenant, id));
    }

    /**
     * One project, which nobody else holds until the transaction ends.
     *
     * @throws ProblemException if this tenant has no such project
     */
    public Project hold(TenantId tenant, UUID id) {
        return transactions.in(tenant, jdbc -> {
            jdbc.sql("SELECT id FROM project WHERE id = ? FOR UPDATE")
                    .param(id)
                    .query(UUID.class)
                    .list();
            return find(jdbc, tenant, id);
        });
    }

    /**
     * Changes what is given.
     *
     * @throws ProblemException if there is no such project, or another one of this name
     */
    public Project edit(TenantId tenant, UUID id, Edit edit) {
        String name = edit.name() == null ? null : checkedName(edit.name());
        if (edit.description() != null) {
            requireDescription(edit.description());
        }
        return withFreeName(
                name,
                () -> transactions.in(tenant, jdbc -> {
                    jdbc.sql(
                                    "UPDATE project SET name = coalesce(?, name), description = coalesce(?, description) WHERE id = ?")
                            .param(name)
                            .param(edit.description())
                            .param(id)
                            .update();
                    return find(jdbc, tenant, id);
                }));
    }

    /**
     * Makes an end of a project, its models and its verdicts; pictures stay in the library.
     *
     * @param typedName its name, so that nobody does it by mistake
     * @throws ProblemException if there is no such project, it is called otherwise, or it is learning
     */
    public void delete(TenantId tenant, UUID id, String typedName) {
        transactions.in(tenant, jdbc -> {
            Project project = find(jdbc, tenant, id);
            if (!project.name().equals(typedName)) {
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "The project is called '%s', and 'name' is '%s'. Type its name to confirm that it is to be deleted with its models and verdicts."
                                .formatted(project.name(), typedName));
            }
            if (project.trainingJobId() != null) {
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "The project is learning. Cancel its training first, or wait for its end.");
            }
            return jdbc.sql("DELETE FROM project WHERE id = ?").param(id).update();
        });
    }

    private static String checkedName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME || hasControl(stripped)) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "name has from 1 to %d characters in one line.".formatted(LONGEST_NAME));
        }
        return stripped;
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static void requireDescription(String description) {
        if (description.length() > LONGEST_DESCRIPTION || description.indexOf('\0') >= 0) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "description has at most %,d characters.".formatted(LONGEST_DESCRIPTION));
        }
    }

    private static Project withFreeName(@Nullable String name, Supplier<Project> change) {
        try {
            return change.get();
        } catch (DuplicateKeyException _) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "There is a project '%s' already. Choose another name.".formatted(name));
        }
    }

    private Project find(JdbcClient jdbc, TenantId tenant, UUID id) {
        return jdbc.sql(SELECT + " WHERE project.id = ?")
                .param(id)
                .query((row, _) -> project(tenant, row))
                .optional()
                .orElseThrow(() -> ProblemException.notFound("project", id));
    }

    private Project project(TenantId tenant, ResultSet row) throws SQLException {
        UUID version = row.getObject("version_id", UUID.class);
        return new Project(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("good_images"),
                row.getLong("defect_images"),
                version == null ? null : new ActiveVersion(version, row.getString("label")),
                row.getObject("training", UUID.class),
                Arrays.stream((String[]) row.getArray("previews").getArray())
                        .map(thumbnail -> views.previewUrl(tenant, new ObjectKey(thumbnail)))
                        .toList());
    }
}
