-- One that cannot be done must not stop those behind it: it waits longer each time, and the others go on.
ALTER TABLE scoring_pending ADD COLUMN failures int NOT NULL DEFAULT 0, ADD COLUMN retry_at timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE certification_pending ADD COLUMN failures int NOT NULL DEFAULT 0, ADD COLUMN retry_at timestamptz NOT NULL DEFAULT '-infinity';
CREATE INDEX scoring_pending_due ON scoring_pending (retry_at);
CREATE INDEX certification_pending_due ON certification_pending (retry_at);
