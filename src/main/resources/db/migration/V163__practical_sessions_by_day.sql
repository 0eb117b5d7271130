-- Figures of assessors are asked for by period: days, their candidates (practical_candidate_session), their sheets (by candidate).
CREATE INDEX practical_session_starts ON practical_session (starts_at);
