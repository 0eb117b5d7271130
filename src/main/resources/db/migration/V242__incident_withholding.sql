-- Breaches that may yet take a result away and are not decided: what rests on them is not released before.
CREATE VIEW undecided_breach AS
SELECT i.id AS incident_id, i.enrolment_id, i.practical_candidate_id
FROM incident i JOIN incident_class k ON k.code = i.class AND k.in_force_from = i.class_from
WHERE i.withdrawn_at IS NULL AND k.effects && ARRAY['ZERO', 'REMOVAL', 'BAN']
  AND NOT EXISTS (SELECT 1 FROM incident_decision d WHERE d.incident_id = i.id);

-- Candidates of practicals: for what happened there, or in an earlier theory of the same qualification, which a decision on the whole examination would take along.
CREATE VIEW withheld_practical AS
SELECT b.practical_candidate_id AS candidate_id FROM undecided_breach b WHERE b.practical_candidate_id IS NOT NULL
UNION
SELECT c.id
FROM practical_candidate c JOIN practical_session d ON d.id = c.session_id JOIN enrolment e ON e.person_id = c.person_id
JOIN exam_session x ON x.id = e.session_id JOIN undecided_breach b ON b.enrolment_id = e.id
WHERE x.qualification = d.qualification AND x.starts_at < d.starts_at;

GRANT SELECT ON undecided_breach, withheld_practical TO chizheng_service;

-- What the desk of results asks for each time it is opened.
CREATE INDEX result_unreleased ON result (session_id) WHERE released_at IS NULL;
