-- What a centre may examine in, and until when. Never deleted; ended early it says why.
CREATE TABLE accreditation (
    id          uuid PRIMARY KEY,
    centre_id   uuid NOT NULL REFERENCES centre,
    number      text NOT NULL,
    valid_from  date NOT NULL,
    valid_to    date NOT NULL,                                -- last day
    end_reason  text,                                         -- why valid_to was brought forward
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    UNIQUE (centre_id, number),
    CHECK (valid_to >= valid_from)
);
CREATE TABLE accreditation_qualification (
    accreditation_id uuid NOT NULL REFERENCES accreditation,
    qualification    text NOT NULL REFERENCES qualification,
    PRIMARY KEY (accreditation_id, qualification)
);
CREATE INDEX accreditation_qualification_qualification ON accreditation_qualification (qualification);
GRANT SELECT, INSERT ON accreditation, accreditation_qualification TO chizheng_service;
GRANT UPDATE (valid_to, end_reason) ON accreditation TO chizheng_service;

-- Planning asks whether a room is taken at a time.
CREATE INDEX exam_session_room ON exam_session (room_id, starts_at) WHERE NOT rehearsal;
-- Two entries of one duty at one centre do not stand open beside each other.
CREATE UNIQUE INDEX centre_staff_open ON centre_staff (centre_id, person_id, duty, COALESCE(qualification, '')) WHERE until IS NULL;
