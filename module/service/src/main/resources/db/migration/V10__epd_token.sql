-- What the EPD gave with the launch, so that Kindcheck may read there while the session lasts. The token is sealed with a key that only
-- the browser's cookie gives: whoever has the database, or a copy of it, cannot use it. It goes with the session, at the latest.
ALTER TABLE launch_session
  ADD COLUMN epd_token       bytea,
  ADD COLUMN epd_token_until timestamptz,
  ADD COLUMN epd_scopes      text;
