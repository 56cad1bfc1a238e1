-- The Meldcode: what was recorded, in order. Append-only; a later row never takes back an earlier one.
CREATE TABLE meldcode_event (
  tenant_id   uuid        NOT NULL,
  meldcode_id uuid        NOT NULL,
  seq         bigint      GENERATED ALWAYS AS IDENTITY,
  family_id   uuid        NOT NULL,
  -- Which sending of which form, so that sending it twice records it once.
  submission  uuid        NOT NULL,
  part        int         NOT NULL,
  event       jsonb       NOT NULL,
  author      text        NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, meldcode_id, seq),
  UNIQUE (tenant_id, meldcode_id, submission, part)
);
CREATE INDEX meldcode_event_family ON meldcode_event (tenant_id, family_id);

ALTER TABLE meldcode_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE meldcode_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON meldcode_event USING (tenant_id = current_setting('kindcheck.tenant')::uuid)
  WITH CHECK (tenant_id = current_setting('kindcheck.tenant')::uuid);
GRANT SELECT, INSERT ON meldcode_event TO kindcheck_app;
GRANT SELECT, DELETE ON meldcode_event TO kindcheck_eraser;
