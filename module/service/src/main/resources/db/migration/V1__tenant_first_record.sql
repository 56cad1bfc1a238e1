-- The application's role works under row-level security; it can never bypass it. The eraser destroys, the owner migrates.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'kindcheck_app') THEN
    CREATE ROLE kindcheck_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'kindcheck_eraser') THEN
    CREATE ROLE kindcheck_eraser NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
END
$$;
GRANT USAGE ON SCHEMA public TO kindcheck_app, kindcheck_eraser;

-- One row per family: the projection, refreshed in the transaction that appends.
CREATE TABLE family (
  tenant_id    uuid        NOT NULL,
  family_id    uuid        NOT NULL,
  patient_ref  text        NOT NULL,
  version      bigint      NOT NULL,
  state        jsonb       NOT NULL,
  intaker      text,
  care_manager text,
  next_due     date,
  last_recorded timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, family_id),
  UNIQUE (tenant_id, patient_ref)
);
CREATE INDEX family_due ON family (tenant_id, next_due) WHERE next_due IS NOT NULL;

CREATE TABLE statement (
  tenant_id         uuid        NOT NULL,
  family_id         uuid        NOT NULL,
  seq               bigint      GENERATED ALWAYS AS IDENTITY,
  statement_id      uuid        NOT NULL,
  topic             text        NOT NULL,
  child_id          uuid,
  claim             jsonb       NOT NULL,
  perspective       text        NOT NULL,
  nature            text        NOT NULL,
  author            text        NOT NULL,
  observed_at       text        NOT NULL,
  observed_day      date        NOT NULL,
  recorded_at       timestamptz NOT NULL,
  response_id       uuid        NOT NULL,
  response_version  int         NOT NULL,
  link_id           text        NOT NULL,
  corrects          uuid,
  correction_reason text,
  PRIMARY KEY (tenant_id, family_id, seq),
  UNIQUE (tenant_id, statement_id),
  CHECK ((corrects IS NULL) = (correction_reason IS NULL))
);

CREATE INDEX statement_child ON statement (tenant_id, child_id) WHERE child_id IS NOT NULL;

-- A response is kept as it was received; an amendment is its next version.
CREATE TABLE response (
  tenant_id    uuid        NOT NULL,
  response_id  uuid        NOT NULL,
  version      int         NOT NULL,
  family_id    uuid        NOT NULL,
  encounter_ref text,
  identifier   text,
  content_hash bytea       NOT NULL,
  body         text        NOT NULL,
  on_day       date        NOT NULL,
  outcome      text        NOT NULL,
  standing     text        NOT NULL,
  raises_attention boolean NOT NULL,
  postponed_until date,
  missing      jsonb       NOT NULL,
  author       text        NOT NULL,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, response_id, version)
);
CREATE UNIQUE INDEX response_identifier ON response (tenant_id, identifier) WHERE version = 1 AND identifier IS NOT NULL;
CREATE INDEX response_family ON response (tenant_id, family_id);
CREATE INDEX response_encounter ON response (tenant_id, encounter_ref) WHERE encounter_ref IS NOT NULL;

-- What the EPD told of care: an encounter's moment, the care that is open. The latest row of a reference is in force.
CREATE TABLE care_seen (
  tenant_id    uuid        NOT NULL,
  family_id    uuid        NOT NULL,
  seq          bigint      GENERATED ALWAYS AS IDENTITY,
  reference    text        NOT NULL,
  moment       text,
  on_day       date,
  episode      text,
  care_status  text,
  care_since   date,
  patient_died date,
  performer    text,
  care_manager text,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, family_id, seq)
);

-- Workflow: the latest row of a task is its present state.
CREATE TABLE task_event (
  tenant_id     uuid        NOT NULL,
  task_id       uuid        NOT NULL,
  seq           bigint      GENERATED ALWAYS AS IDENTITY,
  family_id     uuid        NOT NULL,
  code          text        NOT NULL,
  status        text        NOT NULL,
  owner         text        NOT NULL,
  owner_is_role boolean     NOT NULL,
  owner_rule    text        NOT NULL,
  due           date        NOT NULL,
  encounter_ref text,
  at            timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, task_id, seq)
);
CREATE INDEX task_event_family ON task_event (tenant_id, family_id);

-- What has been announced, so that an event is sent once for each due date.
CREATE TABLE due_announced (
  tenant_id uuid        NOT NULL,
  family_id uuid        NOT NULL,
  due       date        NOT NULL,
  kind      text        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, family_id, due, kind)
);

CREATE TABLE hook_call (
  tenant_id     uuid        NOT NULL,
  call_id       uuid        NOT NULL,
  at            timestamptz NOT NULL,
  kind          text        NOT NULL,
  hook_instance text,
  family_id     uuid,
  encounter_ref text,
  user_ref      text,
  outcome       text        NOT NULL,
  card_id       uuid,
  millis        int         NOT NULL,
  PRIMARY KEY (tenant_id, call_id)
);

CREATE TABLE card (
  tenant_id     uuid        NOT NULL,
  card_id       uuid        NOT NULL,
  family_id     uuid        NOT NULL,
  moment        text        NOT NULL,
  encounter_ref text,
  shown_on      date        NOT NULL,
  reasons       jsonb       NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, card_id)
);

CREATE TABLE card_feedback (
  tenant_id   uuid        NOT NULL,
  card_id     uuid        NOT NULL,
  outcome     text        NOT NULL,
  outcome_at  timestamptz NOT NULL,
  suggestions uuid[]      NOT NULL,
  reason_code text,
  reason_system text,
  user_comment text,
  at          timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, card_id, outcome, outcome_at)
);

-- A token is good for one call.
CREATE TABLE token_seen (
  tenant_id  uuid        NOT NULL,
  jti        text        NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, jti)
);

CREATE TABLE policy_version (
  tenant_id      uuid        NOT NULL,
  version        text        NOT NULL,
  effective_from date        NOT NULL,
  document       jsonb       NOT NULL,
  at             timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, version)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['family', 'statement', 'response', 'care_seen', 'task_event', 'due_announced', 'hook_call',
                           'card', 'card_feedback', 'token_seen', 'policy_version']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    -- The cast makes a missing tenant an error, never an empty answer.
    EXECUTE format('CREATE POLICY tenant ON %I USING (tenant_id = current_setting(''kindcheck.tenant'')::uuid) '
                   'WITH CHECK (tenant_id = current_setting(''kindcheck.tenant'')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO kindcheck_app', t);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO kindcheck_eraser', t);
  END LOOP;
END
$$;
-- All but these are append-only for the application.
GRANT UPDATE ON family TO kindcheck_app;
GRANT DELETE ON token_seen TO kindcheck_app;
