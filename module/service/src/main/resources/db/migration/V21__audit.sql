-- The log of NEN 7513: who did what with whose data. Written in the transaction of what it logs; never changed.
CREATE TABLE audit_line (
  tenant_id   uuid        NOT NULL,
  line_id     bigint      GENERATED ALWAYS AS IDENTITY,
  request_id  uuid        NOT NULL,
  at          timestamptz NOT NULL,
  event       text        NOT NULL,
  object      text        NOT NULL,
  object_ref  text,
  -- Names only, never values.
  parameters  text        NOT NULL,
  patient_ref text,
  user_ref    text        NOT NULL,
  role        text        NOT NULL,
  source      text        NOT NULL,
  address     text,
  responsible text        NOT NULL,
  ground      text        NOT NULL,
  outcome     text        NOT NULL,
  PRIMARY KEY (tenant_id, line_id)
);
CREATE INDEX audit_line_patient ON audit_line (tenant_id, patient_ref, at) WHERE patient_ref IS NOT NULL;
CREATE INDEX audit_line_at ON audit_line (tenant_id, at);

-- The chain: each seal holds the hash of the one before and of its line.
CREATE TABLE audit_seal (
  tenant_id uuid        NOT NULL,
  number    bigint      NOT NULL CHECK (number > 0),
  line_id   bigint      NOT NULL,
  hash      bytea       NOT NULL CHECK (length(hash) = 32),
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, number),
  UNIQUE (tenant_id, line_id)
);
CREATE INDEX audit_seal_at ON audit_seal (tenant_id, sealed_at);

-- What was removed when its time was over: the chain goes on from the last hash of it.
CREATE TABLE audit_removed (
  tenant_id   uuid        NOT NULL,
  up_to       bigint      NOT NULL CHECK (up_to > 0),
  hash        bytea       NOT NULL CHECK (length(hash) = 32),
  newest_at   timestamptz NOT NULL,
  removed_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, up_to)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_line', 'audit_seal', 'audit_removed']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = current_setting(''kindcheck.tenant'')::uuid) '
                   'WITH CHECK (tenant_id = current_setting(''kindcheck.tenant'')::uuid)', t);
    EXECUTE format('GRANT SELECT ON %I TO kindcheck_app', t);
  END LOOP;
END
$$;
-- Neither the service nor the eraser may change or remove any of it: a family's data goes, the log of who saw it stays.
GRANT INSERT ON audit_line, audit_seal TO kindcheck_app;

-- The only way in which lines go: all of an organisation that are older than a day, oldest first, and never one of the last five years,
-- whatever is asked for. It runs as the owner of the tables; row-level security binds that one too.
CREATE FUNCTION audit_remove(before_day date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  tenant uuid := current_setting('kindcheck.tenant')::uuid;
  cut    timestamptz := least(before_day::timestamptz, now() - interval '5 years');
  first_kept bigint;
  last   audit_seal;
  newest timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit ' || tenant, 0));
  IF NOT EXISTS (SELECT 1 FROM audit_line l WHERE l.tenant_id = tenant AND l.at < cut) THEN
    RETURN 0;
  END IF;
  SELECT min(s.number) INTO first_kept FROM audit_seal s JOIN audit_line l
    ON l.tenant_id = s.tenant_id AND l.line_id = s.line_id WHERE s.tenant_id = tenant AND l.at >= cut;
  SELECT s.* INTO last FROM audit_seal s WHERE s.tenant_id = tenant AND (first_kept IS NULL OR s.number < first_kept)
    ORDER BY s.number DESC LIMIT 1;
  IF last.number IS NULL THEN
    RETURN 0;
  END IF;
  SELECT max(l.at) INTO newest FROM audit_line l JOIN audit_seal s ON l.tenant_id = s.tenant_id AND l.line_id = s.line_id
    WHERE s.tenant_id = tenant AND s.number <= last.number;
  INSERT INTO audit_removed (tenant_id, up_to, hash, newest_at, removed_at)
    VALUES (tenant, last.number, last.hash, newest, now());
  DELETE FROM audit_line l USING audit_seal s
    WHERE l.tenant_id = tenant AND s.tenant_id = tenant AND s.line_id = l.line_id AND s.number <= last.number;
  DELETE FROM audit_seal s WHERE s.tenant_id = tenant AND s.number <= last.number;
  RETURN last.number;
END
$$;
REVOKE ALL ON FUNCTION audit_remove(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_remove(date) TO kindcheck_app;
