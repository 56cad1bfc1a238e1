-- A launch that has begun: the EPD is to send the same browser back, once and soon. Both values are SHA-256.
CREATE TABLE launch_begun (
  tenant_id    uuid        NOT NULL,
  state_hash   bytea       NOT NULL,
  browser_hash bytea       NOT NULL,
  locale       text        NOT NULL,
  expires_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, state_hash)
);

-- A session: the browser holds the key, here is only its SHA-256.
CREATE TABLE launch_session (
  tenant_id     uuid        NOT NULL,
  session_hash  bytea       NOT NULL,
  user_ref      text        NOT NULL,
  patient_ref   text        NOT NULL,
  encounter_ref text,
  epd           text        NOT NULL,
  locale        text        NOT NULL,
  began_at      timestamptz NOT NULL,
  seen_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, session_hash)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['launch_begun', 'launch_session']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = current_setting(''kindcheck.tenant'')::uuid) '
                   'WITH CHECK (tenant_id = current_setting(''kindcheck.tenant'')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO kindcheck_app', t);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO kindcheck_eraser', t);
  END LOOP;
END
$$;
GRANT UPDATE ON launch_session TO kindcheck_app;
