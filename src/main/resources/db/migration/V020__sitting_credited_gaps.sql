-- A silence is credited once, by somebody.
ALTER TABLE sitting_gap ADD COLUMN credited_at timestamptz, ADD COLUMN credited_by text,
    ADD CHECK ((credited_at IS NULL) = (credited_by IS NULL));
GRANT UPDATE (credited_at, credited_by) ON sitting_gap TO chizheng_service;
