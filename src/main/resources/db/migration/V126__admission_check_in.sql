-- How to get to a centre, as its tickets print it.
ALTER TABLE centre ADD COLUMN directions_zh text NOT NULL DEFAULT '', ADD COLUMN directions_en text NOT NULL DEFAULT '';

-- How the second person confirms at a session's entrance; a session without a row is as the installation says.
CREATE TABLE session_entrance (
    session_id uuid PRIMARY KEY REFERENCES exam_session,
    second     text NOT NULL CHECK (second IN ('TABLET', 'WITNESS')),
    set_by     text NOT NULL,
    set_at     timestamptz NOT NULL
);

-- A second person who signed for standing at somebody's tablet, for a time.
CREATE TABLE entrance_witness (
    id         uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES exam_session,
    desk       text NOT NULL,                          -- account that the tablet is signed in with
    witness    text NOT NULL,
    since      timestamptz NOT NULL,
    until      timestamptz NOT NULL,
    CHECK (desk <> witness)
);
CREATE INDEX entrance_witness_desk ON entrance_witness (session_id, desk, until DESC);

CREATE TABLE entrance_reason (
    code   text PRIMARY KEY,
    kind   text NOT NULL CHECK (kind IN ('REFUSAL', 'NO_PHOTO')),
    ord    int  NOT NULL,
    zh     text NOT NULL,
    en     text NOT NULL,
    mark   text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source text NOT NULL
);
INSERT INTO entrance_reason (code, kind, ord, zh, en, mark, source) VALUES
('PHOTO_DIFFERS', 'REFUSAL', 1, '本人与报名照片明显不符', 'The person does not look like the photo of the application', 'UNCERTAIN', '入场核验，暂定'),
('WRONG_PERSON', 'REFUSAL', 2, '冒名顶替', 'Somebody else came in the candidate''s place', 'UNCERTAIN', '违规处理规定所列冒名顶替，措辞暂定'),
('NO_DOCUMENT', 'REFUSAL', 3, '未带有效身份证件', 'No valid identity document', 'UNCERTAIN', '入场核验，暂定'),
('DOCUMENT_DIFFERS', 'REFUSAL', 4, '证件与报名信息不一致', 'The document does not agree with the application', 'UNCERTAIN', '入场核验，暂定'),
('TOO_LATE', 'REFUSAL', 5, '超过迟到入场期限', 'Later than late candidates are let in', 'UNCERTAIN', '迟到入场期限，暂定'),
('WRONG_SESSION', 'REFUSAL', 6, '不是本场考生', 'Not a candidate of this session', 'UNCERTAIN', '入场核验，暂定'),
('UNFIT', 'REFUSAL', 7, '身体状况不适合考试（如饮酒）', 'Not fit to be examined, such as after drinking', 'UNCERTAIN', '入场核验，暂定'),
('NO_CAMERA', 'NO_PHOTO', 1, '摄像头不能使用', 'The camera cannot be used', 'UNCERTAIN', '入场核验，暂定'),
('DECLINED', 'NO_PHOTO', 2, '考生不同意拍照', 'The candidate does not agree to a photo', 'UNCERTAIN', '个人信息保护法第二十九条，单独同意'),
('POWER_CUT', 'NO_PHOTO', 3, '停电或网络中断', 'No power or no network', 'UNCERTAIN', '入场核验，暂定');

-- Each time somebody stands before the entrance with a place in the session: passed by one person, then confirmed by a second one or refused. Only the picture is ever erased.
CREATE TABLE entrance_check (
    id           uuid PRIMARY KEY,
    session_id   uuid NOT NULL REFERENCES exam_session,
    enrolment_id uuid NOT NULL REFERENCES enrolment,
    state        text NOT NULL CHECK (state IN ('WAITING', 'CONFIRMED', 'REFUSED')),
    first_by     text NOT NULL,
    first_at     timestamptz NOT NULL,
    second_by    text,
    second_at    timestamptz,
    reason       text REFERENCES entrance_reason,      -- why refused
    no_photo     text REFERENCES entrance_reason,      -- why there is no picture
    note         text,
    photo_sealed bytea,
    photo_erased_at timestamptz,
    CHECK (second_by <> first_by),
    CHECK ((second_by IS NULL) = (second_at IS NULL)),
    CHECK ((state = 'REFUSED') = (reason IS NOT NULL)),
    CHECK (state <> 'CONFIRMED' OR second_by IS NOT NULL),
    CHECK (state = 'REFUSED' OR num_nonnulls(no_photo, photo_sealed, photo_erased_at) >= 1)
);
CREATE INDEX entrance_check_session ON entrance_check (session_id, first_at);
CREATE INDEX entrance_check_enrolment ON entrance_check (enrolment_id);
CREATE INDEX entrance_check_photo ON entrance_check (session_id) WHERE photo_sealed IS NOT NULL;
CREATE INDEX entrance_check_reason ON entrance_check (reason) WHERE reason IS NOT NULL;
CREATE INDEX entrance_check_no_photo ON entrance_check (no_photo) WHERE no_photo IS NOT NULL;
CREATE UNIQUE INDEX entrance_check_waiting ON entrance_check (enrolment_id) WHERE state = 'WAITING';

-- Who came and has no place or no seat here: enrolled elsewhere today, accepted but in no session, known without either, known to nobody, or without a free seat.
CREATE TABLE walk_in (
    id             uuid PRIMARY KEY,
    session_id     uuid NOT NULL REFERENCES exam_session,
    kind           text NOT NULL CHECK (kind IN ('ELSEWHERE', 'ACCEPTED', 'KNOWN', 'UNKNOWN', 'NO_SEAT')),
    person_id      uuid REFERENCES person,
    enrolment_id   uuid REFERENCES enrolment,          -- the place that is elsewhere, or has no seat
    application_id uuid REFERENCES application,
    seen_at        timestamptz NOT NULL,
    seen_by        text NOT NULL,
    outcome        text CHECK (outcome IN ('ADMITTED', 'DIRECTED', 'SENT_AWAY')),
    settled_at     timestamptz,
    settled_by     text,
    note           text,
    CHECK ((outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (settled_by IS NULL)),
    CHECK ((kind = 'UNKNOWN') = (person_id IS NULL))
);
CREATE INDEX walk_in_session ON walk_in (session_id, seen_at);
CREATE INDEX walk_in_person ON walk_in (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX walk_in_enrolment ON walk_in (enrolment_id) WHERE enrolment_id IS NOT NULL;
CREATE INDEX walk_in_application ON walk_in (application_id) WHERE application_id IS NOT NULL;
CREATE UNIQUE INDEX walk_in_open ON walk_in (session_id, person_id) WHERE outcome IS NULL;

-- Enrolled and not there when the entrance closed.
CREATE TABLE no_show (
    enrolment_id uuid PRIMARY KEY REFERENCES enrolment,
    noted_at     timestamptz NOT NULL
);

CREATE INDEX exam_session_started ON exam_session (started_at) WHERE started_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON session_entrance TO chizheng_service;
GRANT SELECT, INSERT ON entrance_witness TO chizheng_service;
GRANT UPDATE (until) ON entrance_witness TO chizheng_service;
GRANT SELECT ON entrance_reason TO chizheng_service;
GRANT SELECT, INSERT ON entrance_check TO chizheng_service;
GRANT UPDATE (state, second_by, second_at, reason, note, photo_sealed, photo_erased_at) ON entrance_check TO chizheng_service;
GRANT SELECT, INSERT ON walk_in TO chizheng_service;
GRANT UPDATE (outcome, settled_at, settled_by, note, enrolment_id) ON walk_in TO chizheng_service;
GRANT SELECT, INSERT ON no_show TO chizheng_service;
