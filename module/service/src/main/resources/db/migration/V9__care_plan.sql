-- A task can be a question to its owner.
ALTER TABLE task_event ADD COLUMN question text;
ALTER TABLE task_event ADD COLUMN asked_by text;
ALTER TABLE task_event ADD CHECK ((question IS NULL) = (asked_by IS NULL));

-- Who may know what, on which ground, until when. Appended; the last row of a consent is in force.
CREATE TABLE consent_event (
  tenant_id   uuid        NOT NULL,
  family_id   uuid        NOT NULL,
  seq         bigint      GENERATED ALWAYS AS IDENTITY,
  consent_id  uuid        NOT NULL,
  status      text        NOT NULL CHECK (status IN ('active', 'withdrawn')),
  recipient_kind text     NOT NULL,
  recipient   text        NOT NULL,
  what        text        NOT NULL,
  ground      text        NOT NULL,
  note        text,
  until_day   date        NOT NULL,
  author      text        NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, family_id, seq)
);
CREATE INDEX consent_event_consent ON consent_event (tenant_id, consent_id);

ALTER TABLE consent_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON consent_event USING (tenant_id = current_setting('kindcheck.tenant')::uuid)
  WITH CHECK (tenant_id = current_setting('kindcheck.tenant')::uuid);
GRANT SELECT, INSERT ON consent_event TO kindcheck_app;
GRANT SELECT, DELETE ON consent_event TO kindcheck_eraser;
