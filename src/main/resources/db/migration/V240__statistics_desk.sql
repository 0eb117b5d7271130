-- The regulator's desk. Numbers that nobody has laid down, as dated data by level of region; the newest in force decides. Marks as in policy_term.
CREATE TABLE desk_term (
    term           text NOT NULL,
    level          text NOT NULL CHECK (level IN ('PROVINCE', 'CITY', 'COUNTY')),
    value          bigint NOT NULL CHECK (value >= 0),
    unit           text NOT NULL,
    in_force_from  date NOT NULL,
    mark           text NOT NULL CHECK (mark IN ('SOURCED', 'KNOWN', 'UNCERTAIN', 'DERIVED')),
    source         text NOT NULL,
    PRIMARY KEY (term, level, in_force_from)
);
INSERT INTO desk_term (term, level, value, unit, in_force_from, mark, source)
SELECT t.term, l.level, CASE l.level WHEN 'PROVINCE' THEN t.province WHEN 'CITY' THEN t.city ELSE t.county END, t.unit, '2021-01-01', 'UNCERTAIN', t.source
FROM (VALUES ('FALL_DAY_HUNDREDTHS', 20, 50, 100, 'hundredths of a percentage point', '一日内下降多少个百分点预警，未见规定，暂定'),
             ('FALL_DAY_PEOPLE', 500, 100, 20, 'requirements', '一日内新增多少人次未持证预警，未见规定，暂定'),
             ('FALL_WEEK_HUNDREDTHS', 50, 100, 200, 'hundredths of a percentage point', '七日内下降多少个百分点预警，未见规定，暂定'),
             ('FALL_WEEK_PEOPLE', 2000, 300, 50, 'requirements', '七日内新增多少人次未持证预警，未见规定，暂定'),
             ('FALL_LEAST_REQUIRED', 50, 50, 50, 'requirements', '应持证人次过少时百分点随一人大幅变动，暂定少于此数不按百分点预警'),
             ('SMALL_CELL', 5, 5, 5, 'requirements', '标准化比较中人次过少的组不单独使用，暂定')) t (term, province, city, county, unit, source)
CROSS JOIN (VALUES ('PROVINCE'), ('CITY'), ('COUNTY')) l (level);

-- A fall of a region's published rate. Counts are those of base_day and of day; a running alert follows them from day to day.
CREATE TABLE rate_alert (
    id              uuid PRIMARY KEY,
    region          text NOT NULL REFERENCES region,
    span            text NOT NULL CHECK (span IN ('DAY', 'WEEK')),
    base_day        date NOT NULL,
    raised_for      date NOT NULL,                     -- the first day on which it was seen
    day             date NOT NULL,                     -- the last day that was looked at
    required_before bigint NOT NULL,
    covered_before  bigint NOT NULL,
    required_after  bigint NOT NULL,
    covered_after   bigint NOT NULL,
    limit_hundredths bigint NOT NULL,                  -- by which it was raised
    limit_people    bigint NOT NULL,
    limit_least     bigint NOT NULL,
    state           text NOT NULL CHECK (state IN ('OPEN', 'GONE', 'CLOSED')),
    raised_at       timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    closed_by       text,
    words           text NOT NULL DEFAULT '',
    CHECK (base_day < day AND raised_for <= day),
    CHECK ((state = 'CLOSED') = (closed_by IS NOT NULL))
);
CREATE UNIQUE INDEX rate_alert_running ON rate_alert (region) WHERE state = 'OPEN';
CREATE INDEX rate_alert_region ON rate_alert (region, day DESC);
CREATE INDEX rate_alert_raised ON rate_alert (raised_at);
CREATE INDEX rate_alert_changed ON rate_alert (changed_at) WHERE state <> 'OPEN';
-- Days whose published figures have been looked at; the row holds off other replicas.
CREATE TABLE rate_alert_day (
    day     date PRIMARY KEY,
    done_at timestamptz NOT NULL
);

-- Whom the passing of days alone changes is found by these; so are the acts of a month.
CREATE INDEX certificate_valid_from ON certificate (valid_from);
CREATE INDEX foreign_certificate_valid_from ON foreign_certificate (valid_from);
CREATE INDEX foreign_certificate_valid_to ON foreign_certificate (valid_to);
CREATE INDEX appointment_valid_until ON appointment (valid_until) WHERE known_until IS NULL AND valid_until IS NOT NULL;
CREATE INDEX work_event_at ON work_event (at);

GRANT SELECT ON desk_term TO chizheng_service;
GRANT SELECT, INSERT ON rate_alert, rate_alert_day TO chizheng_service;
GRANT UPDATE (day, required_after, covered_after, state, changed_at, closed_by, words) ON rate_alert TO chizheng_service;
