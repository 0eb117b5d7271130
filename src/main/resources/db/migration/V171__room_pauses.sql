-- When a whole room stood still, beside what was done to the clocks of those who had begun: nobody begins while until_at is null, and what it lasted is credited to those
-- who begin later. One row a pause; a room has one at a time.
CREATE TABLE room_pause (
    session_id    uuid NOT NULL REFERENCES exam_session,
    from_at       timestamptz NOT NULL,
    until_at      timestamptz CHECK (until_at >= from_at),
    PRIMARY KEY (session_id, from_at)
);
CREATE UNIQUE INDEX room_pause_open ON room_pause (session_id) WHERE until_at IS NULL;
GRANT SELECT, INSERT, UPDATE (until_at) ON room_pause TO chizheng_service;
