-- The staff may lock a page (the time goes on), move a candidate to another seat, and hand in for a candidate.
ALTER TABLE sitting ADD COLUMN locked_at timestamptz,
    DROP CONSTRAINT sitting_closed_by_check, ADD CONSTRAINT sitting_closed_by_check CHECK (closed_by IN ('CANDIDATE', 'DEADLINE', 'STAFF'));
ALTER TABLE response_event DROP CONSTRAINT response_event_kind_check, ADD CONSTRAINT response_event_kind_check
    CHECK (kind IN ('BEGUN', 'OPENED', 'ANSWERED', 'NOTED', 'PAUSED', 'RESUMED', 'EXTENDED', 'LOCKED', 'UNLOCKED', 'MOVED', 'CLOSED'));
