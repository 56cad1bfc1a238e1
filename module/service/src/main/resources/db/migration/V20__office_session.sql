-- A session of somebody who signed in with the identity provider: the browser holds the key, here is only its SHA-256.
CREATE TABLE office_session (
  tenant_id    uuid        NOT NULL,
  session_hash bytea       NOT NULL,
  user_ref     text        NOT NULL,
  name         text        NOT NULL,
  roles        text        NOT NULL,
  began_at     timestamptz NOT NULL,
  seen_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, session_hash)
);
ALTER TABLE office_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE office_session FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON office_session USING (tenant_id = current_setting('kindcheck.tenant')::uuid)
  WITH CHECK (tenant_id = current_setting('kindcheck.tenant')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON office_session TO kindcheck_app;
GRANT SELECT, DELETE ON office_session TO kindcheck_eraser;
