-- The pictures of a tenant. These rows are the truth; vector indexes are views of them, brought up to date by the
-- changes written in the same transaction.

CREATE TABLE image (
    id                uuid PRIMARY KEY DEFAULT uuidv7(), -- shown as a ULID
    tenant_id         uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    sha256            text NOT NULL CHECK (length(sha256) = 64), -- the original in the object store
    thumbnail_sha256  text NOT NULL CHECK (length(thumbnail_sha256) = 64),
    name              text NOT NULL,                     -- of the file it came as
    bytes             bigint NOT NULL,
    format            text NOT NULL,
    width             int NOT NULL,                      -- as it is looked at, after turning
    height            int NOT NULL,
    phash             bigint NOT NULL,
    quality_score     real NOT NULL,
    quality           jsonb NOT NULL,                    -- what the score is made of
    objects           jsonb NOT NULL DEFAULT '[]',       -- label, score, box, as the detector saw them
    source            text NOT NULL CHECK (source IN ('upload', 'api', 'batch', 'video', 'inspection')),
    tags              text[] NOT NULL DEFAULT '{}',
    metadata          jsonb NOT NULL DEFAULT '{}',
    owner_user_id     uuid REFERENCES person ON DELETE SET NULL,
    model_name        text NOT NULL,
    model_version     text NOT NULL,
    captured_at       timestamptz,
    created_at        timestamptz NOT NULL DEFAULT now(),
    trashed_at        timestamptz,
    UNIQUE (tenant_id, sha256)
);
CREATE INDEX image_by_tenant ON image (tenant_id, id);
CREATE INDEX image_by_time ON image (tenant_id, created_at, id);
CREATE INDEX image_by_thumbnail ON image (tenant_id, thumbnail_sha256);
CREATE INDEX image_by_tag ON image USING gin (tags);
CREATE INDEX image_in_trash ON image (tenant_id, trashed_at) WHERE trashed_at IS NOT NULL;

CREATE TABLE image_embedding (
    tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    image_id  uuid NOT NULL REFERENCES image ON DELETE CASCADE,
    model     text NOT NULL,                             -- name and version
    vector    bytea NOT NULL,                            -- float32, little-endian
    PRIMARY KEY (image_id, model)
);

-- The number of the last change of a tenant. Whoever changes a picture takes the next one, and with it the row, until the
-- transaction ends: numbers are therefore seen in their order, without gaps.
CREATE TABLE image_sequence (
    tenant_id uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
    last      bigint NOT NULL
);

-- Which picture changed; what it is now stands in its row. Removed once the index has it for good.
CREATE TABLE image_change (
    tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    sequence  bigint NOT NULL,
    image_id  uuid NOT NULL,
    PRIMARY KEY (tenant_id, sequence)
);

ALTER TABLE image ENABLE ROW LEVEL SECURITY;
ALTER TABLE image FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON image USING (tenant_id = current_tenant());

ALTER TABLE image_embedding ENABLE ROW LEVEL SECURITY;
ALTER TABLE image_embedding FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON image_embedding USING (tenant_id = current_tenant());

ALTER TABLE image_sequence ENABLE ROW LEVEL SECURITY;
ALTER TABLE image_sequence FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON image_sequence USING (tenant_id = current_tenant());

ALTER TABLE image_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE image_change FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON image_change USING (tenant_id = current_tenant());

GRANT SELECT, INSERT, UPDATE, DELETE ON image, image_embedding, image_sequence, image_change TO "${application}";
