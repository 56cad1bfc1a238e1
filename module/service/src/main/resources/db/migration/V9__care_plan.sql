-- A task can be a question to its owner.
ALTER TABLE task_event ADD COLUMN question text;
ALTER TABLE task_event ADD COLUMN asked_by text;
ALTER TABLE task_event ADD CHECK ((question IS NULL) = (asked_by IS NULL));

