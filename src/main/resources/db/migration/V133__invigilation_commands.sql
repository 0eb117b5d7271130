-- What the staff commanded in a room, one row a command, written in the transaction that carried it out. number orders the commands of a session: they are written
-- under a lock on the session's row. asked: candidates it was meant for; affected: those it changed something for.
CREATE TABLE room_command (
    id            uuid PRIMARY KEY,
    number        bigint GENERATED ALWAYS AS IDENTITY,
    session_id    uuid NOT NULL REFERENCES exam_session,
    at            timestamptz NOT NULL,
    actor         text NOT NULL,
    act           text NOT NULL CHECK (act IN ('START', 'PAUSE', 'RESUME', 'EXTEND', 'LOCK', 'UNLOCK', 'MOVE', 'HAND_IN', 'CREDIT', 'WAIVE')),
    reason        text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    whole_room    boolean NOT NULL,
    asked         int NOT NULL CHECK (asked >= 0),
    affected      int NOT NULL CHECK (affected BETWEEN 0 AND asked),
    minutes       int CHECK (minutes BETWEEN 1 AND 240),
    seat          text
);
CREATE INDEX room_command_session ON room_command (session_id, number);
CREATE TABLE room_command_target (
    command_id    uuid NOT NULL REFERENCES room_command,
    enrolment_id  uuid NOT NULL REFERENCES enrolment,
    PRIMARY KEY (command_id, enrolment_id)
);
CREATE INDEX room_command_target_enrolment ON room_command_target (enrolment_id);
GRANT SELECT, INSERT ON room_command, room_command_target TO chizheng_service;

-- When a candidate was last given another seat: the replicas forget what they remembered of those that were moved just now.
ALTER TABLE enrolment ADD COLUMN moved_at timestamptz;
CREATE INDEX enrolment_moved ON enrolment (moved_at) WHERE moved_at IS NOT NULL;
