-- What the links to the pages of a search are signed with: shared by all instances, one for each organisation.
CREATE TABLE page_key (
  tenant_id uuid  NOT NULL PRIMARY KEY,
  secret    bytea NOT NULL
);
ALTER TABLE page_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE page_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON page_key USING (tenant_id = current_setting('kindcheck.tenant')::uuid)
  WITH CHECK (tenant_id = current_setting('kindcheck.tenant')::uuid);
GRANT SELECT, INSERT ON page_key TO kindcheck_app;
GRANT SELECT, DELETE ON page_key TO kindcheck_eraser;
