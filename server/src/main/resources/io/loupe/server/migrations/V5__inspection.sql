-- Inspection: projects, the pictures they learn from, the models they learned, and every verdict.

CREATE TABLE project (
    id          uuid PRIMARY KEY DEFAULT uuidv7(),
    tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    description text NOT NULL,
    created_by  uuid REFERENCES person ON DELETE SET NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (tenant_id, name)
);

-- Good pictures are learned from; defects are what a model is tested with.
CREATE TABLE project_image (
    tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    project_id  uuid NOT NULL REFERENCES project ON DELETE CASCADE,
    image_id    uuid NOT NULL REFERENCES image ON DELETE CASCADE,
    number      bigint GENERATED ALWAYS AS IDENTITY,   -- pictures are listed as they came
    name        text NOT NULL,                         -- of the file that it came as to this project
    label       text NOT NULL CHECK (label IN ('good', 'defect')),
    defect_type text NOT NULL DEFAULT '',
    mask_sha256 text CHECK (length(mask_sha256) = 64), -- where the defect is; a PNG in the object store
    added_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (project_id, image_id),
    UNIQUE (project_id, number)
);
CREATE INDEX project_image_by_image ON project_image (image_id);

-- A model never changes; what is learned since makes another version. Its threshold may be moved.
CREATE TABLE model_version (
    id                 uuid PRIMARY KEY DEFAULT uuidv7(),
    tenant_id          uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    project_id         uuid NOT NULL REFERENCES project ON DELETE CASCADE,
    major              int NOT NULL,
    minor              int NOT NULL,
    change             text NOT NULL CHECK (change IN ('training', 'upload', 'correction', 'undo')),
    parent_id          uuid,                          -- what was corrected
    job_id             uuid UNIQUE,                   -- a training that a kill made run twice makes one version
    sha256             text NOT NULL CHECK (length(sha256) = 64), -- the model file in the object store
    bytes              bigint NOT NULL,
    facts              jsonb NOT NULL,                -- what the model says of itself
    pictures           jsonb NOT NULL,                -- what it learned from: id, name and hash of each
    test               jsonb,                         -- what it says of the labelled defects
    threshold          jsonb NOT NULL,
    threshold_source   text NOT NULL CHECK (threshold_source IN ('training', 'rate', 'value')),
    threshold_revision int NOT NULL DEFAULT 0,
    created_by         uuid REFERENCES person ON DELETE SET NULL,
    created_at         timestamptz NOT NULL DEFAULT now(),
    UNIQUE (project_id, major, minor)
);
CREATE INDEX model_version_by_file ON model_version (tenant_id, sha256);

-- Which version was active when. The last one that was not rolled back is.
CREATE TABLE activation (
    tenant_id      uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    project_id     uuid NOT NULL REFERENCES project ON DELETE CASCADE,
    number         bigint GENERATED ALWAYS AS IDENTITY,
    version_id     uuid NOT NULL REFERENCES model_version ON DELETE CASCADE,
    activated_by   uuid REFERENCES person ON DELETE SET NULL,
    activated_at   timestamptz NOT NULL DEFAULT now(),
    rolled_back_at timestamptz,
    PRIMARY KEY (project_id, number)
);

-- Every verdict, each with the hash of the one before: who changes, removes or moves a row breaks the chain.
CREATE TABLE verdict (
    tenant_id          uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    project_id         uuid NOT NULL REFERENCES project ON DELETE CASCADE,
    sequence           bigint NOT NULL,               -- 1, 2, 3, ... without gaps
    at                 timestamptz NOT NULL,
    job_id             uuid,
    filename           text COLLATE "C" NOT NULL,
    picture_sha256     text NOT NULL CHECK (length(picture_sha256) = 64), -- in the object store
    picture_type       text NOT NULL,
    width              int NOT NULL,
    height             int NOT NULL,
    verdict            text NOT NULL CHECK (verdict IN ('PASS', 'WARN', 'FAIL')),
    score              double precision NOT NULL,
    warn_score         double precision NOT NULL,
    fail_score         double precision NOT NULL,
    version_id         uuid NOT NULL,
    version            text NOT NULL,                 -- its label, 1.2
    threshold_revision int NOT NULL,
    operator_id        uuid,                          -- the person; null for a program
    operator_name      text NOT NULL,
    details            json NOT NULL,                 -- regions with reasons, p value, timings; as written: it is hashed
    map                bytea NOT NULL,                -- the scores of the patches: what heatmaps are drawn from
    previous_hash      bytea NOT NULL CHECK (length(previous_hash) = 32),
    hash               bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (project_id, sequence)
);
CREATE INDEX verdict_by_verdict ON verdict (project_id, verdict, sequence);
CREATE INDEX verdict_by_version ON verdict (project_id, version, sequence);
CREATE INDEX verdict_by_time ON verdict (project_id, at, sequence);
CREATE INDEX verdict_by_filename ON verdict (project_id, filename, sequence);
CREATE INDEX verdict_by_job ON verdict (project_id, job_id, sequence) WHERE job_id IS NOT NULL;
CREATE UNIQUE INDEX verdict_of_item ON verdict (project_id, job_id, filename) WHERE job_id IS NOT NULL; -- once, kill or not
CREATE INDEX verdict_by_picture ON verdict (tenant_id, picture_sha256);

-- The end of each project's chain; whoever adds a verdict holds it until the transaction ends.
CREATE TABLE verdict_chain (
    project_id uuid PRIMARY KEY REFERENCES project ON DELETE CASCADE,
    tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    last       bigint NOT NULL,
    head       bytea NOT NULL CHECK (length(head) = 32)
);

-- What people said of pictures, and the version that knows it first.
CREATE TABLE correction (
    version_id uuid PRIMARY KEY REFERENCES model_version ON DELETE CASCADE,
    tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    project_id uuid NOT NULL REFERENCES project ON DELETE CASCADE,
    name       text NOT NULL,                         -- what the model calls it
    image_id   uuid REFERENCES image ON DELETE SET NULL
);
CREATE INDEX correction_by_name ON correction (project_id, name);
CREATE INDEX correction_by_image ON correction (image_id);

ALTER TABLE project ENABLE ROW LEVEL SECURITY;
ALTER TABLE project FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON project USING (tenant_id = current_tenant());

ALTER TABLE project_image ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_image FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON project_image USING (tenant_id = current_tenant());

ALTER TABLE model_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_version FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON model_version USING (tenant_id = current_tenant());

ALTER TABLE activation ENABLE ROW LEVEL SECURITY;
ALTER TABLE activation FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON activation USING (tenant_id = current_tenant());

ALTER TABLE verdict ENABLE ROW LEVEL SECURITY;
ALTER TABLE verdict FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON verdict USING (tenant_id = current_tenant());

ALTER TABLE verdict_chain ENABLE ROW LEVEL SECURITY;
ALTER TABLE verdict_chain FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON verdict_chain USING (tenant_id = current_tenant());

ALTER TABLE correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE correction FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON correction USING (tenant_id = current_tenant());

GRANT SELECT, INSERT, UPDATE, DELETE ON project, project_image, model_version, activation, verdict_chain, correction
    TO "${application}";
GRANT SELECT, INSERT ON verdict TO "${application}"; -- a verdict is never changed; it goes with its project
