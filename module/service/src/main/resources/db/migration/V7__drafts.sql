-- What somebody was typing: kept until it is recorded, never a Kindcheck itself.
CREATE TABLE draft (
  tenant_id   uuid        NOT NULL,
  patient_ref text        NOT NULL,
  user_ref    text        NOT NULL,
  form        text        NOT NULL,
  form_key    uuid        NOT NULL,
  version     int         NOT NULL,
  typed       text        NOT NULL,
  saved_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, patient_ref, user_ref, form)
);
CREATE INDEX draft_saved ON draft (tenant_id, saved_at);
ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON draft USING (tenant_id = current_setting('kindcheck.tenant')::uuid)
  WITH CHECK (tenant_id = current_setting('kindcheck.tenant')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO kindcheck_app;
GRANT SELECT, DELETE ON draft TO kindcheck_eraser;
