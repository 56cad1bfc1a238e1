-- Whose record a session is about, in the EPD's words: on every page, so that nobody writes in another's. Sealed as the token is, and gone
-- with the session.
ALTER TABLE launch_session ADD COLUMN opened_for bytea;
