-- When a centre is open, in minutes of the day in China (1440: midnight at its end). A centre without rows of its week is open at any hour.
ALTER TABLE centre ADD COLUMN opens_on_holidays boolean NOT NULL DEFAULT false;

CREATE TABLE centre_hours (
    centre_id uuid NOT NULL REFERENCES centre,
    weekday   int  NOT NULL CHECK (weekday BETWEEN 1 AND 7),  -- 1: Monday
    opens     int  NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes    int  NOT NULL CHECK (closes BETWEEN 1 AND 1440),
    PRIMARY KEY (centre_id, weekday, opens),
    CHECK (closes > opens)
);

-- A day that differs from its week. hours is empty on a day when the centre is closed.
CREATE TABLE centre_day (
    centre_id uuid NOT NULL REFERENCES centre,
    day       date NOT NULL,
    hours     text NOT NULL,                                  -- as the week's are written: 08:30-12:00, 13:30-17:30
    reason    text NOT NULL,
    PRIMARY KEY (centre_id, day)
);
GRANT SELECT, INSERT, DELETE ON centre_hours, centre_day TO chizheng_service;
