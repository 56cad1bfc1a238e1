-- What was agreed about the next Kindcheck: an earlier day than the rules say, and why. Appended; never changed.
CREATE TABLE next_agreed (
  tenant_id uuid        NOT NULL,
  family_id uuid        NOT NULL,
  agreed_id uuid        NOT NULL,
  on_day    date        NOT NULL,
  reason    text        NOT NULL,
  author    text        NOT NULL,
  agreed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, family_id, agreed_id)
);
ALTER TABLE next_agreed ENABLE ROW LEVEL SECURITY;
ALTER TABLE next_agreed FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON next_agreed USING (tenant_id = current_setting('kindcheck.tenant')::uuid)
  WITH CHECK (tenant_id = current_setting('kindcheck.tenant')::uuid);
GRANT SELECT, INSERT ON next_agreed TO kindcheck_app;
GRANT SELECT, DELETE ON next_agreed TO kindcheck_eraser;
