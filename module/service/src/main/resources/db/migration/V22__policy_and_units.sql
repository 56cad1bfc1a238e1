-- Why a version of the policy was made, and by whom; empty for the one that an organisation was set up with.
ALTER TABLE policy_version ADD COLUMN note text;
ALTER TABLE policy_version ADD COLUMN by_user text;
ALTER TABLE policy_version ADD COLUMN by_role text;

-- The first day on which the service served an organisation: from then on it asks, until its own policy says another day.
CREATE TABLE policy_start (
  tenant_id uuid        NOT NULL,
  on_day    date        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id)
);

-- A version that is still being written; revision counts its changes.
CREATE TABLE policy_draft (
  tenant_id uuid        NOT NULL,
  version   text        NOT NULL,
  revision  int         NOT NULL,
  document  jsonb       NOT NULL,
  note      text        NOT NULL,
  by_user   text        NOT NULL,
  by_role   text        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, version)
);

-- How far the stored due dates have followed a version that came into force.
CREATE TABLE policy_followed (
  tenant_id    uuid        NOT NULL,
  version      text        NOT NULL,
  after_family text        NOT NULL,
  finished     boolean     NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, version)
);

-- A unit of the organisation, as it was told at some time: the latest row of a code is in force. None is ever taken away.
CREATE TABLE organisation_unit (
  tenant_id  uuid        NOT NULL,
  source     text        NOT NULL,
  code       text        NOT NULL,
  seq        bigint      GENERATED ALWAYS AS IDENTITY,
  kind       text        NOT NULL,
  name       text        NOT NULL,
  part_of    text,
  from_day   date        NOT NULL,
  until_day  date,
  by_user    text        NOT NULL,
  by_role    text        NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, source, code, seq),
  CHECK (until_day IS NULL OR until_day >= from_day)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['policy_start', 'policy_draft', 'policy_followed', 'organisation_unit']
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
-- The others are append-only.
GRANT UPDATE, DELETE ON policy_draft TO kindcheck_app;
GRANT UPDATE ON policy_followed TO kindcheck_app;
