-- A recheck 复核 of one result, once; who does not accept its outcome appeals, and an appeal that is granted opens a new round by other people. part: which part of the
-- examination; subject_id: that part's result. The practical adds its own generated reference beside theory_result.
CREATE TABLE recheck (
    id            uuid PRIMARY KEY,
    part          text NOT NULL CHECK (part IN ('THEORY', 'PRACTICAL')),
    subject_id    uuid NOT NULL,
    theory_result uuid GENERATED ALWAYS AS (CASE WHEN part = 'THEORY' THEN subject_id END) STORED REFERENCES result,
    person_id     uuid NOT NULL REFERENCES person,
    centre_id     uuid NOT NULL REFERENCES centre,
    qualification text NOT NULL REFERENCES qualification,
    policy        text NOT NULL REFERENCES policy,
    round         int  NOT NULL CHECK (round >= 1),
    state         text NOT NULL CHECK (state IN ('ASKED', 'PROPOSED', 'UPHELD', 'CHANGED', 'APPEALED', 'APPEAL_PROPOSED', 'DISMISSED')),
    asked_at      timestamptz NOT NULL,
    answer_due    date NOT NULL,                        -- of what waits now: the recheck or the appeal
    appeal_until  date,                                 -- last day for an appeal, once there is an outcome
    version       int  NOT NULL DEFAULT 0,
    UNIQUE (part, subject_id)
);
CREATE INDEX recheck_result ON recheck (theory_result) WHERE theory_result IS NOT NULL;
CREATE INDEX recheck_person ON recheck (person_id);
CREATE INDEX recheck_waiting ON recheck (answer_due) WHERE state IN ('ASKED', 'PROPOSED', 'APPEALED', 'APPEAL_PROPOSED');
CREATE INDEX recheck_newest ON recheck (asked_at DESC);
CREATE INDEX recheck_centre ON recheck (centre_id);

-- What was done about it, in order; append-only. outcome: UPHELD or CHANGED of a recheck, DISMISSED or AGAIN of an appeal. compared: what the actor saw when proposing and confirming.
CREATE TABLE recheck_step (
    id            uuid PRIMARY KEY,
    recheck_id    uuid NOT NULL REFERENCES recheck,
    number        int  NOT NULL CHECK (number >= 1),
    round         int  NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('ASKED', 'PROPOSED', 'RETURNED', 'DECIDED', 'APPEALED', 'APPEAL_PROPOSED', 'APPEAL_RETURNED', 'APPEAL_DECIDED')),
    outcome       text CHECK (outcome IN ('UPHELD', 'CHANGED', 'DISMISSED', 'AGAIN')),
    words         text NOT NULL CHECK (length(words) BETWEEN 5 AND 1000),
    compared      jsonb,
    actor         text NOT NULL,
    at            timestamptz NOT NULL,
    UNIQUE (recheck_id, number)
);

-- A result moves by a regrade of an item, by a decision on an incident, or by the recheck of the result alone.
ALTER TABLE result_change ADD COLUMN recheck_id uuid REFERENCES recheck, DROP CONSTRAINT result_change_one_cause,
    ADD CONSTRAINT result_change_one_cause CHECK (num_nonnulls(regrade_id, decision_id, recheck_id) = 1);
CREATE INDEX result_change_recheck ON result_change (recheck_id) WHERE recheck_id IS NOT NULL;

GRANT SELECT, INSERT ON recheck, recheck_step TO chizheng_service;
GRANT UPDATE (round, state, answer_due, appeal_until, version) ON recheck TO chizheng_service;
