-- An incident happens in a session of the theory or on a day of practicals; of the latter, too, two sign, the candidate is told, the authority decides and the candidate may appeal.
ALTER TABLE incident ALTER COLUMN session_id DROP NOT NULL,
    ADD COLUMN practical_id uuid REFERENCES practical_session,
    ADD COLUMN practical_candidate_id uuid REFERENCES practical_candidate,
    ADD CONSTRAINT incident_in_one_part CHECK (num_nonnulls(session_id, practical_id) = 1),
    ADD CONSTRAINT incident_candidate_of_its_part CHECK (num_nonnulls(enrolment_id, practical_id) < 2 AND num_nonnulls(practical_candidate_id, session_id) < 2);
CREATE INDEX incident_practical ON incident (practical_id) WHERE practical_id IS NOT NULL;
CREATE INDEX incident_practical_candidate ON incident (practical_candidate_id) WHERE practical_candidate_id IS NOT NULL;

-- whole: what a decision zeroes is the whole examination, theory and practical, not only the part in which it happened.
ALTER TABLE incident_decision ADD COLUMN whole boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT incident_decision_whole CHECK (NOT whole OR effect IN ('ZERO', 'REMOVAL', 'BAN'));

-- The sitting on which a practical rests, of an incident in that practical whose decision reaches the whole examination.
CREATE TABLE incident_reach (
    incident_id   uuid PRIMARY KEY REFERENCES incident,
    sitting_id    uuid NOT NULL REFERENCES sitting
);
CREATE INDEX incident_reach_sitting ON incident_reach (sitting_id);
GRANT SELECT, INSERT ON incident_reach TO chizheng_service;

CREATE OR REPLACE VIEW zeroed_sitting AS
SELECT s.id AS sitting_id, i.id AS incident_id
FROM incident i JOIN sitting s ON s.enrolment_id = i.enrolment_id
JOIN LATERAL (SELECT d.effect FROM incident_decision d WHERE d.incident_id = i.id ORDER BY d.decided_at DESC LIMIT 1) d ON d.effect IN ('ZERO', 'REMOVAL', 'BAN')
UNION ALL
SELECT r.sitting_id, r.incident_id
FROM incident_reach r
JOIN LATERAL (SELECT d.whole FROM incident_decision d WHERE d.incident_id = r.incident_id ORDER BY d.decided_at DESC LIMIT 1) d ON d.whole;

-- Practicals that count nothing, or count again, by the decision that stands on an incident.
CREATE TABLE practical_zero (
    candidate_id  uuid NOT NULL REFERENCES practical_candidate,
    incident_id   uuid NOT NULL REFERENCES incident,
    decision_id   uuid NOT NULL REFERENCES incident_decision,
    zero          boolean NOT NULL,
    PRIMARY KEY (candidate_id, incident_id)
);
CREATE INDEX practical_zero_incident ON practical_zero (incident_id);
CREATE INDEX practical_zero_decision ON practical_zero (decision_id);
GRANT SELECT, INSERT, UPDATE (decision_id, zero) ON practical_zero TO chizheng_service;

-- A result of a practical moves by a recheck or by such a decision, and by nothing else.
ALTER TABLE practical_result_change ALTER COLUMN recheck_id DROP NOT NULL,
    ADD COLUMN decision_id uuid REFERENCES incident_decision,
    ADD CONSTRAINT practical_result_change_one_cause CHECK (num_nonnulls(recheck_id, decision_id) = 1);
CREATE INDEX practical_result_change_decision ON practical_result_change (decision_id) WHERE decision_id IS NOT NULL;
