package io.loupe.server.inspection.version;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.version.ModelVersion.Change;
import io.loupe.server.inspection.version.ModelVersion.ThresholdSource;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.objects.ObjectSweep;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.paging.PageRequest;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.Detector;
import io.loupe.vision.threshold.Threshold;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the models of projects: their files, which one judges, and their thresholds. */
@Repository
public class ModelVersions {
    private static final TypeReference<List<LearnedPicture>> PICTURES = new TypeReference<>() {};

    private static final String SELECT = """
            SELECT version.id, version.project_id, major, minor, change, parent_id, job_id, sha256, bytes, facts,
                test -> 'metrics' AS metrics, threshold, threshold_source, threshold_revision, version.created_at,
                (SELECT email FROM person WHERE person.id = version.created_by) AS creator,
                version.id = (SELECT version_id FROM activation WHERE activation.project_id = version.project_id
                    AND rolled_back_at IS NULL ORDER BY number DESC LIMIT 1) AS active
            FROM model_version version
            """;

    private final TenantTransactions transactions;
    private final ObjectStore objects;
    private final ObjectSweep sweep;
    private final JsonMapper json;

    private record Place(int major, int minor) {}

    ModelVersions(TenantTransactions transactions, ObjectStore objects, ObjectSweep sweep, JsonMapper json) {
        this.transactions = transactions;
        this.objects = objects;
        this.sweep = sweep;
        this.json = json;
    }

    /**
     * Keeps a model as the next version: of a new major number, or, with a parent, as the next minor one of its major
     * number. What a job has added already is not added again.
     *
     * @param activate whether it judges from now on
     */
    public ModelVersion add(TenantId tenant, NewVersion version, boolean activate) {
        return sweep.keeping(() -> {
            ObjectStore.Kept file = keep(tenant, version.detector());
            return transactions.in(tenant, jdbc -> {
                lock(jdbc, version.project());
                Optional<ModelVersion> known = version.job().flatMap(job -> findOfJob(jdbc, job));
                return known.orElseGet(() -> {
                    UUID id = insert(jdbc, tenant, version, file);
                    if (activate) {
                        activate(jdbc, tenant, version.project(), id, version.by());
                    }
                    return find(jdbc, version.project(), id);
                });
            });
        });
    }

    private ObjectStore.Kept keep(TenantId tenant, Detector detector) {
        try {
            Path file = Files.createTempFile("loupe-version", ".loupe");
            try {
                detector.save(file);
                try (InputStream in = Files.newInputStream(file)) {
                    return objects.put(tenant, in, Long.MAX_VALUE);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The model cannot be kept", e);
        }
    }

    /**
     * Inside of a transaction, keeps others from adding and activating versions until its end.
     *
     * @throws ProblemException if there is no such project
     */
    public void lock(TenantId tenant, UUID project) {
        transactions.in(tenant, jdbc -> {
            lock(jdbc, project);
            return null;
        });
    }

    /** Only one at a time adds versions to a project, so that their numbers follow each other; verdicts are added meanwhile. */
    private static void lock(JdbcClient jdbc, UUID project) {
        boolean exists = jdbc.sql("SELECT id FROM project WHERE id = ? FOR NO KEY UPDATE")
                .param(project)
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!exists) {
            throw ProblemException.notFound("project", project);
        }
    }

    private UUID insert(JdbcClient jdbc, TenantId tenant, NewVersion version, ObjectStore.Kept file) {
        Place next = version.parent()
                .map(parent -> afterParent(jdbc, version.project(), parent))
                .orElseGet(() -> afterAll(jdbc, version.project()));
        return jdbc.sql("""
                INSERT INTO model_version (tenant_id, project_id, major, minor, change, parent_id, job_id, sha256, bytes,
                    facts, pictures, test, threshold, threshold_source, created_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?) RETURNING id""")
                .param(tenant.value())
                .param(version.project())
                .param(next.major())
                .param(next.minor())
                .param(version.change().text())
                .param(version.parent().orElse(null))
                .param(version.job().orElse(null))
                .param(file.key().sha256())
                .param(file.bytes())
                .param(json.writeValueAsString(VersionFacts.of(version.detector())))
                .param(json.writeValueAsString(version.pictures()))
                .param(version.test().map(json::writeValueAsString).orElse(null))
                .param(json.writeValueAsString(version.detector().threshold()))
                .param(ThresholdSource.TRAINING.text())
                .param(version.by().orElse(null))
                .query(UUID.class)
                .single();
    }

    private static Place afterAll(JdbcClient jdbc, UUID project) {
        return jdbc.sql(
                        "SELECT coalesce(max(major), 0) + 1 AS major, 0 AS minor FROM model_version WHERE project_id = ?")
                .param(project)
                .query(Place.class)
                .single();
    }

    private static Place afterParent(JdbcClient jdbc, UUID project, UUID parent) {
        return jdbc.sql("""
                SELECT major, max(minor) + 1 AS minor FROM model_version
                WHERE project_id = ? AND major = (SELECT major FROM model_version WHERE id = ?) GROUP BY major""")
                .params(project, parent)
                .query(Place.class)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("version", parent));
    }

    /** Versions of a project, the newest first. */
    public Page<ModelVersion> list(TenantId tenant, UUID project, PageRequest request) {
        return transactions.in(
                tenant,
                jdbc -> Page.of(
                        jdbc.sql(SELECT + " WHERE project_id = ? AND version.id < ? ORDER BY version.id DESC LIMIT ?")
                                .params(project, request.before(), request.limit() + 1)
                                .query(this::version)
                                .list(),
                        request.limit(),
                        version -> version.id().toString()));
    }

    /**
     * One version.
     *
     * @throws ProblemException if the project has no such version
     */
    public ModelVersion get(TenantId tenant, UUID project, UUID id) {
        return transactions.in(tenant, jdbc -> find(jdbc, project, id));
    }

    /** The version that a training made, if it came to its end. */
    public Optional<ModelVersion> ofJob(TenantId tenant, UUID job) {
        return transactions.in(tenant, jdbc -> findOfJob(jdbc, job));
    }

    /** The version that judges now; empty before the first training. */
    public Optional<ModelVersion> active(TenantId tenant, UUID project) {
        return transactions.in(tenant, jdbc -> findActive(jdbc, project));
    }

    /**
     * The version that judges now.
     *
     * @throws ProblemException if there is no such project, or nothing judges in it yet
     */
    public ModelVersion requireActive(TenantId tenant, UUID project) {
        return transactions.in(
                tenant,
                jdbc -> findActive(jdbc, project).orElseThrow(() -> {
                    boolean exists = jdbc.sql("SELECT EXISTS (SELECT FROM project WHERE id = ?)")
                            .param(project)
                            .query(Boolean.class)
                            .single();
                    return exists
                            ? new ProblemException(
                                    ProblemCode.CONFLICT,
                                    "Nothing judges in this project yet. Train it, or activate one of its versions.")
                            : ProblemException.notFound("project", project);
                }));
    }

    /** What a version learned from, as far as it is known here. */
    public List<LearnedPicture> pictures(TenantId tenant, UUID project, UUID id) {
        return transactions.in(tenant, jdbc -> {
            String pictures = jdbc.sql("SELECT pictures FROM model_version WHERE project_id = ? AND id = ?")
                    .params(project, id)
                    .query(String.class)
                    .optional()
                    .orElseThrow(() -> ProblemException.notFound("version", id));
            return json.readValue(pictures, PICTURES);
        });
    }

    /** What a version says of the labelled defects, from now on. */
    public void keepTest(TenantId tenant, UUID project, UUID id, VersionTest test) {
        transactions.in(
                tenant,
                jdbc -> jdbc.sql("UPDATE model_version SET test = ?::jsonb WHERE project_id = ? AND id = ?")
                        .params(json.writeValueAsString(test), project, id)
                        .update());
    }

    /**
     * What a version said of the labelled defects when it was last asked.
     *
     * @throws ProblemException if the project has no such version
     */
    public Optional<VersionTest> test(TenantId tenant, UUID project, UUID id) {
        return transactions.in(tenant, jdbc -> {
            find(jdbc, project, id);
            return jdbc.sql("SELECT test FROM model_version WHERE id = ? AND test IS NOT NULL")
                    .param(id)
                    .query(String.class)
                    .optional()
                    .map(text -> json.readValue(text, VersionTest.class));
        });
    }

    /**
     * The model file, to be read.
     *
     * @throws IllegalStateException if it is gone from the object store
     */
    public Path file(TenantId tenant, ModelVersion version) {
        return objects.find(tenant, version.file())
                .orElseThrow(() -> new IllegalStateException("The file %s of version %s is not in the object store"
                        .formatted(version.file(), version.id())));
    }

    /**
     * Makes a version the one that judges.
     *
     * @throws ProblemException if the project has no such version
     */
    public void activate(TenantId tenant, UUID project, UUID id, Optional<UUID> by) {
        transactions.in(tenant, jdbc -> {
            lock(jdbc, project);
            if (!find(jdbc, project, id).active()) {
                activate(jdbc, tenant, project, id, by);
            }
            return null;
        });
    }

    private static void activate(JdbcClient jdbc, TenantId tenant, UUID project, UUID id, Optional<UUID> by) {
        jdbc.sql("INSERT INTO activation (tenant_id, project_id, version_id, activated_by) VALUES (?, ?, ?, ?)")
                .param(tenant.value())
                .param(project)
                .param(id)
                .param(by.orElse(null))
                .update();
    }

    /**
     * Goes back to the version that judged before.
     *
     * @throws ProblemException if none did
     */
    public void rollBack(TenantId tenant, UUID project) {
        transactions.in(tenant, jdbc -> {
            lock(jdbc, project);
            int rolledBack = jdbc.sql("""
                    UPDATE activation SET rolled_back_at = now() WHERE project_id = ? AND number = (
                        SELECT max(number) FROM activation WHERE project_id = ? AND rolled_back_at IS NULL
                        HAVING count(*) > 1)""").params(project, project).update();
            if (rolledBack == 0) {
                throw new ProblemException(
                        ProblemCode.CONFLICT, "No other version was active before; there is nothing to go back to.");
            }
            return null;
        });
    }

    /** Lets a version judge by another threshold. */
    public ModelVersion moveThreshold(
            TenantId tenant, UUID project, UUID id, Threshold threshold, ThresholdSource source) {
        return transactions.in(tenant, jdbc -> {
            jdbc.sql("UPDATE model_version SET threshold = ?::jsonb, threshold_source = ?,"
                            + " threshold_revision = threshold_revision + 1 WHERE project_id = ? AND id = ?")
                    .params(json.writeValueAsString(threshold), source.text(), project, id)
                    .update();
            return find(jdbc, project, id);
        });
    }

    private ModelVersion find(JdbcClient jdbc, UUID project, UUID id) {
        return jdbc.sql(SELECT + " WHERE project_id = ? AND version.id = ?")
                .params(project, id)
                .query(this::version)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("version", id));
    }

    private Optional<ModelVersion> findOfJob(JdbcClient jdbc, UUID job) {
        return jdbc.sql(SELECT + " WHERE job_id = ?")
                .param(job)
                .query(this::version)
                .optional();
    }

    private Optional<ModelVersion> findActive(JdbcClient jdbc, UUID project) {
        return jdbc.sql(SELECT + """
                 WHERE version.id = (SELECT version_id FROM activation WHERE activation.project_id = ?
                    AND rolled_back_at IS NULL ORDER BY number DESC LIMIT 1)""").param(project).query(this::version).optional();
    }

    private ModelVersion version(ResultSet row, int number) throws SQLException {
        return new ModelVersion(
                row.getObject("id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getInt("major"),
                row.getInt("minor"),
                Change.of(row.getString("change")),
                Optional.ofNullable(row.getObject("parent_id", UUID.class)),
                Optional.ofNullable(row.getObject("job_id", UUID.class)),
                new ObjectKey(row.getString("sha256")),
                row.getLong("bytes"),
                json.readValue(row.getString("facts"), VersionFacts.class),
                Optional.ofNullable(row.getString("metrics"))
                        .map(text -> json.readValue(text, VersionTest.Metrics.class)),
                json.readValue(row.getString("threshold"), Threshold.class),
                ThresholdSource.of(row.getString("threshold_source")),
                row.getInt("threshold_revision"),
                Optional.ofNullable(row.getString("creator")),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("active"));
    }
}
