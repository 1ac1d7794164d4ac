-- The time of a chain's last verdict stands at its end, which is locked when it is read: read from the verdict itself, it
-- could be missing while another transaction added one.
ALTER TABLE verdict_chain ADD COLUMN at timestamptz NOT NULL DEFAULT 'epoch';

ALTER TABLE verdict NO FORCE ROW LEVEL SECURITY;       -- so that their owner sees the rows of all tenants
ALTER TABLE verdict_chain NO FORCE ROW LEVEL SECURITY;
UPDATE verdict_chain SET at = verdict.at
FROM verdict WHERE verdict.project_id = verdict_chain.project_id AND verdict.sequence = verdict_chain.last;
ALTER TABLE verdict FORCE ROW LEVEL SECURITY;
ALTER TABLE verdict_chain FORCE ROW LEVEL SECURITY;
