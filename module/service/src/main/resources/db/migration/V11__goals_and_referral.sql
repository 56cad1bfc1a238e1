-- Goals for the parent's role. Every version is kept; the last one of a goal holds.
CREATE TABLE parent_goal (
  tenant_id    uuid        NOT NULL,
  goal_id      uuid        NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  family_id    uuid        NOT NULL,
  words        text        NOT NULL,
  owner        text        NOT NULL,
  look_back_on date        NOT NULL,
  status       text        NOT NULL CHECK (status IN ('proposed', 'active', 'achieved', 'stopped')),
  reason       text,
  author       text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, goal_id, version),
  CHECK (status <> 'stopped' OR reason IS NOT NULL)
);
CREATE INDEX parent_goal_family ON parent_goal (tenant_id, family_id);

-- Whether the referral said anything of children, and who read it. A correction is the next version.
CREATE TABLE referral_read (
  tenant_id uuid        NOT NULL,
  family_id uuid        NOT NULL,
  version   int         NOT NULL CHECK (version > 0),
  answer    text        NOT NULL CHECK (answer IN ('mentioned', 'none-stated', 'not-mentioned', 'unknown')),
  read_by   text,
  reason    text,
  author    text        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, family_id, version),
  CHECK ((version = 1) = (reason IS NULL))
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['parent_goal', 'referral_read']
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
