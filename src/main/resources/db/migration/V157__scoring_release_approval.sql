-- One officer approves the results of a session, another releases them, where the policy's RELEASE_PERSONS is 2. digest: over the results that were approved; when one has
-- moved since, the approval counts no more and another is needed. Append-only.
CREATE TABLE release_approval (
    id            uuid PRIMARY KEY,
    session_id    uuid NOT NULL REFERENCES exam_session,
    digest        text NOT NULL,
    results       int  NOT NULL,
    approved_by   text NOT NULL,
    approved_at   timestamptz NOT NULL
);
CREATE INDEX release_approval_session ON release_approval (session_id, approved_at DESC);
GRANT SELECT, INSERT ON release_approval TO chizheng_service;

-- The desk of those who release reads what waits, not what is done.
CREATE INDEX exam_session_unreleased ON exam_session (starts_at)
    WHERE released_at IS NULL AND started_at IS NOT NULL AND NOT rehearsal;
CREATE INDEX exam_session_released ON exam_session (released_at DESC) WHERE released_at IS NOT NULL AND NOT rehearsal;
