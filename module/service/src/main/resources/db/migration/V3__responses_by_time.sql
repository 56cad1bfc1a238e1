CREATE INDEX response_recorded ON response (tenant_id, recorded_at);
