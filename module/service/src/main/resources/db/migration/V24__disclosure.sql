-- What was handed out and to whom, so that they can be told when it is destroyed.
CREATE TABLE handed_out (
  tenant_id      uuid        NOT NULL,
  handed_id      uuid        NOT NULL,
  family_id      uuid        NOT NULL,
  -- Whose part it was; null where it was not one child's.
  child_id       uuid,
  what           text        NOT NULL CHECK (what IN ('patient-export', 'child-part', 'letter')),
  recipient      text        NOT NULL,
  author         text        NOT NULL,
  at             timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, handed_id)
);
CREATE INDEX handed_out_family ON handed_out (tenant_id, family_id);

-- A request for destruction and what became of it, step by step. It goes with the record; what stays is in destroyed.
CREATE TABLE destruction_event (
  tenant_id   uuid        NOT NULL,
  request_id  uuid        NOT NULL,
  seq         bigint      GENERATED ALWAYS AS IDENTITY,
  family_id   uuid        NOT NULL,
  patient_ref text        NOT NULL,
  -- Whose part; null for the whole record.
  child_id    uuid,
  asker       text        NOT NULL CHECK (asker IN ('patient', 'child', 'representative', 'retention')),
  step        text        NOT NULL CHECK (step IN ('asked', 'weighed', 'refused', 'granted', 'told')),
  words       text,
  told        uuid,
  author      text        NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, request_id, seq),
  CHECK ((step = 'told') = (told IS NOT NULL)),
  CHECK (step NOT IN ('weighed', 'refused') OR words IS NOT NULL)
);
CREATE INDEX destruction_event_family ON destruction_event (tenant_id, family_id);
-- One beginning, and one decision.
CREATE UNIQUE INDEX destruction_event_once ON destruction_event (tenant_id, request_id,
  (CASE WHEN step IN ('refused', 'granted') THEN 'decided' ELSE step END)) WHERE step IN ('asked', 'refused', 'granted');

-- With what the ids in the register are made unreadable. Made at the first start, so that a copy of the database has it too.
CREATE TABLE destruction_key (
  tenant_id uuid  NOT NULL PRIMARY KEY,
  secret    bytea NOT NULL CHECK (length(secret) = 32)
);

-- That something was destroyed: not whose it was. The hash is recognised by whoever has the id again, after a restore.
CREATE TABLE destroyed (
  tenant_id    uuid        NOT NULL,
  hash         bytea       NOT NULL CHECK (length(hash) = 32),
  what         text        NOT NULL CHECK (what IN ('record', 'child')),
  asker        text        NOT NULL,
  recipients   int         NOT NULL,
  granted_by   text        NOT NULL,
  granted_at   timestamptz NOT NULL,
  destroyed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, hash, destroyed_at)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['handed_out', 'destruction_event', 'destruction_key', 'destroyed']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = current_setting(''kindcheck.tenant'')::uuid) '
                   'WITH CHECK (tenant_id = current_setting(''kindcheck.tenant'')::uuid)', t);
    EXECUTE format('GRANT SELECT ON %I TO kindcheck_app, kindcheck_eraser', t);
  END LOOP;
END
$$;
GRANT INSERT ON handed_out, destruction_event, destruction_key TO kindcheck_app;
GRANT DELETE ON handed_out, destruction_event TO kindcheck_eraser;
GRANT INSERT ON destroyed TO kindcheck_eraser;
-- That something was destroyed, stands in the log.
GRANT INSERT ON audit_line TO kindcheck_eraser;
-- Of a child's part alone, what is left of the family is written again without it.
GRANT UPDATE ON family, response, meldcode_event TO kindcheck_eraser;
-- Events and timers of a family go with it.
GRANT SELECT, DELETE ON event_publication, scheduled_tasks TO kindcheck_eraser;

-- How a family or a child stands in the register.
CREATE FUNCTION destruction_hash(id uuid) RETURNS bytea
LANGUAGE sql STABLE AS $$
  SELECT sha256(k.secret || uuid_send(id) || k.secret) FROM destruction_key k
    WHERE k.tenant_id = current_setting('kindcheck.tenant')::uuid
$$;

-- Where a family's data stands: every table that names a family or a patient, found in the catalogue, so that a new one cannot be
-- forgotten. The log of NEN 7513 stays: that there was access, not what was seen.
CREATE FUNCTION destruction_tables() RETURNS TABLE (name text, by_column text)
LANGUAGE sql STABLE AS $$
  SELECT c.relname::text, a.attname::text
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname IN ('family_id', 'patient_ref')
    AND c.relname <> 'audit_line'
  ORDER BY c.relname, a.attname
$$;

-- Removes all of a family. It runs as whoever calls it: the eraser may delete, the application may not.
CREATE FUNCTION destroy_family(family uuid, patient text) RETURNS bigint
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  t record;
  gone bigint;
  total bigint := 0;
BEGIN
  DELETE FROM card_feedback f USING hook_call h
    WHERE f.tenant_id = h.tenant_id AND f.card_id = h.card_id AND h.family_id = family;
  FOR t IN SELECT * FROM destruction_tables()
  LOOP
    IF t.by_column = 'family_id' THEN
      EXECUTE format('DELETE FROM %I WHERE family_id = $1', t.name) USING family;
    ELSE
      EXECUTE format('DELETE FROM %I WHERE patient_ref = $1', t.name) USING patient;
    END IF;
    GET DIAGNOSTICS gone = ROW_COUNT;
    total := total + gone;
  END LOOP;
  DELETE FROM event_publication WHERE strpos(serialized_event, family::text) > 0;
  DELETE FROM scheduled_tasks
    WHERE strpos(task_instance, family::text) > 0 OR strpos(encode(task_data, 'escape'), family::text) > 0;
  RETURN total;
END
$$;

REVOKE ALL ON FUNCTION destroy_family(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION destroy_family(uuid, text) TO kindcheck_eraser;
