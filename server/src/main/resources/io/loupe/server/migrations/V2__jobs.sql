-- Work that outlasts a request. The scheduler's own table says when what runs next; the rows that people see are ours.

CREATE TABLE scheduled_tasks ( -- as db-scheduler wants it; it belongs to no tenant
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);

CREATE TABLE job (
    id               uuid PRIMARY KEY DEFAULT uuidv7(),
    tenant_id        uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    type             text NOT NULL,
    state            text NOT NULL DEFAULT 'queued'
                     CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    request          jsonb NOT NULL,            -- what was asked for
    checkpoint       jsonb,                     -- how far it came: where a killed one goes on
    done             bigint NOT NULL DEFAULT 0,
    total            bigint,                    -- null as long as nobody knows
    message          text NOT NULL DEFAULT '',
    error            text,
    items_failed     bigint NOT NULL DEFAULT 0,
    cancel_requested boolean NOT NULL DEFAULT false,
    created_by       uuid REFERENCES person ON DELETE SET NULL,
    created_at       timestamptz NOT NULL DEFAULT now(),
    started_at       timestamptz,
    finished_at      timestamptz
);
CREATE INDEX job_by_tenant ON job (tenant_id, id);

CREATE TABLE job_line (
    tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    job_id    uuid NOT NULL REFERENCES job ON DELETE CASCADE,
    number    bigint NOT NULL,
    at        timestamptz NOT NULL DEFAULT now(),
    text      text NOT NULL,
    PRIMARY KEY (job_id, number)
);

-- What could not be done of a job's items, each with the stage and the sentence; a retry takes these again. One that is
-- being tried again is not shown meanwhile: it is gone when the retry succeeds, and back when it fails once more.
CREATE TABLE job_failure (
    tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    job_id    uuid NOT NULL REFERENCES job ON DELETE CASCADE,
    number    bigint GENERATED ALWAYS AS IDENTITY,
    item      text NOT NULL,
    stage     text NOT NULL,
    error     text NOT NULL,
    at        timestamptz NOT NULL DEFAULT now(),
    retried   boolean NOT NULL DEFAULT false,
    PRIMARY KEY (job_id, item),
    UNIQUE (job_id, number)
);

ALTER TABLE job ENABLE ROW LEVEL SECURITY;
ALTER TABLE job FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON job USING (tenant_id = current_tenant());

ALTER TABLE job_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_line FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON job_line USING (tenant_id = current_tenant());

ALTER TABLE job_failure ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_failure FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON job_failure USING (tenant_id = current_tenant());

GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks, job, job_line, job_failure TO "${application}";
