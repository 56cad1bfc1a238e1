-- Who somebody is in the EPD, as the identity provider says; null where it does not.
ALTER TABLE office_session ADD COLUMN fhir_user text;

-- How somebody came to a record: the EPD opened it, a care relation does, or an emergency. Of the last two also who signed in, and why it
-- opened; an emergency ends by itself.
ALTER TABLE launch_session ADD COLUMN ground text NOT NULL DEFAULT 'launch-context'
  CHECK (ground IN ('launch-context', 'care-relation', 'emergency'));
ALTER TABLE launch_session ADD COLUMN account text;
ALTER TABLE launch_session ADD COLUMN because text;
ALTER TABLE launch_session ADD COLUMN emergency_id uuid;
ALTER TABLE launch_session ADD COLUMN ends_at timestamptz;
ALTER TABLE launch_session ADD CONSTRAINT launch_session_emergency
  CHECK ((ground = 'emergency') = (emergency_id IS NOT NULL) AND (ground = 'emergency') = (ends_at IS NOT NULL));
ALTER TABLE launch_session ADD CONSTRAINT launch_session_account CHECK ((ground = 'launch-context') = (account IS NULL));

-- Access in an emergency, with the reason in the person's own words. It ends by itself, no later than eight hours after it began. What hangs
-- on it goes with it when the record is destroyed; nobody else can remove one.
CREATE TABLE emergency_access (
  tenant_id   uuid        NOT NULL,
  access_id   uuid        NOT NULL,
  patient_ref text        NOT NULL,
  account     text        NOT NULL,
  name        text        NOT NULL,
  user_ref    text        NOT NULL,
  kind        text        NOT NULL,
  reason      text        NOT NULL CHECK (length(reason) BETWEEN 10 AND 1000),
  that_day    int         NOT NULL CHECK (that_day > 0),
  usual       int         NOT NULL,
  began_at    timestamptz NOT NULL,
  until_at    timestamptz NOT NULL CHECK (until_at > began_at AND until_at <= began_at + interval '8 hours'),
  PRIMARY KEY (tenant_id, access_id)
);
CREATE INDEX emergency_access_account ON emergency_access (tenant_id, account, began_at);
CREATE INDEX emergency_access_patient ON emergency_access (tenant_id, patient_ref);

-- Somebody ended it before its time.
CREATE TABLE emergency_end (
  tenant_id uuid        NOT NULL,
  access_id uuid        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, access_id),
  FOREIGN KEY (tenant_id, access_id) REFERENCES emergency_access ON DELETE CASCADE
);

-- The privacy officer was told: once for each access.
CREATE TABLE emergency_notice (
  tenant_id uuid        NOT NULL,
  access_id uuid        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, access_id),
  FOREIGN KEY (tenant_id, access_id) REFERENCES emergency_access ON DELETE CASCADE
);

-- What a privacy officer found of it. The last one is in force; none of them goes.
CREATE TABLE emergency_review (
  tenant_id uuid        NOT NULL,
  access_id uuid        NOT NULL,
  seq       bigint      GENERATED ALWAYS AS IDENTITY,
  outcome   text        NOT NULL CHECK (outcome IN ('justified', 'not-justified', 'asked')),
  remark    text        NOT NULL CHECK (length(remark) <= 1000),
  account   text        NOT NULL,
  name      text        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, access_id, seq),
  FOREIGN KEY (tenant_id, access_id) REFERENCES emergency_access ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['emergency_access', 'emergency_end', 'emergency_notice', 'emergency_review']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = current_setting(''kindcheck.tenant'')::uuid) '
                   'WITH CHECK (tenant_id = current_setting(''kindcheck.tenant'')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO kindcheck_app', t);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO kindcheck_eraser', t);
  END LOOP;
END
$$;
