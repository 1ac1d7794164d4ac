-- Who there is. Everything that belongs to a tenant carries its id, and PostgreSQL shows a row to nobody but its tenant:
-- row-level security is forced on the owner of the tables too. A transaction says whose rows it wants by setting
-- loupe.tenant. At the door, where the tenant is not known yet, it sets loupe.credential instead and sees the one row
-- that this credential opens.

CREATE FUNCTION current_tenant() RETURNS uuid STABLE LANGUAGE sql
    RETURN nullif(current_setting('loupe.tenant', true), '')::uuid;

CREATE FUNCTION current_credential() RETURNS text STABLE LANGUAGE sql
    RETURN nullif(current_setting('loupe.credential', true), '');

CREATE TABLE tenant (
    id         uuid PRIMARY KEY,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    created_at timestamptz NOT NULL DEFAULT now()
);

-- One row once the very first start has made a tenant and its administrator. It belongs to no tenant.
CREATE TABLE installation (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE person (
    id            uuid PRIMARY KEY DEFAULT uuidv7(),
    tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    email         text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 254),
    role          text NOT NULL CHECK (role IN ('viewer', 'operator', 'engineer', 'administrator')),
    password_hash text NOT NULL,
    disabled      boolean NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX person_by_tenant ON person (tenant_id, id);

-- From signing in to signing out. A refresh token is good once; presented again, it was stolen, and the session ends.
CREATE TABLE session (
    id         uuid PRIMARY KEY DEFAULT uuidv7(),
    tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    person_id  uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    ended_at   timestamptz
);
CREATE INDEX session_by_person ON session (person_id);

CREATE TABLE refresh_token (
    sha256     text PRIMARY KEY,
    tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX refresh_token_by_session ON refresh_token (session_id);

CREATE TABLE api_key (
    id         uuid PRIMARY KEY DEFAULT uuidv7(),
    tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
    sha256     text NOT NULL UNIQUE,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    hint       text NOT NULL,
    role       text NOT NULL CHECK (role IN ('viewer', 'operator', 'engineer', 'administrator')),
    created_by uuid REFERENCES person ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX api_key_by_tenant ON api_key (tenant_id, id);

ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON tenant USING (id = current_tenant());

ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON person USING (tenant_id = current_tenant());
CREATE POLICY at_the_door ON person FOR SELECT USING (email = current_credential());

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON session USING (tenant_id = current_tenant());

ALTER TABLE refresh_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE refresh_token FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON refresh_token USING (tenant_id = current_tenant());
CREATE POLICY at_the_door ON refresh_token FOR SELECT USING (sha256 = current_credential());

ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON api_key USING (tenant_id = current_tenant());
CREATE POLICY at_the_door ON api_key FOR SELECT USING (sha256 = current_credential());

GRANT SELECT, INSERT, UPDATE, DELETE ON tenant, person, session, refresh_token, api_key TO "${application}";
GRANT SELECT, INSERT ON installation TO "${application}";
