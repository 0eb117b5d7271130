-- A station belongs to one day of practicals at a time, and a device in service to one station of a centre. The service asks first and says why; this holds when two ask at once.
-- A day without candidates can be cancelled, so that its stations are free again. Days that overlapped before stay as they are.
ALTER TABLE practical_session ADD COLUMN cancelled_at timestamptz, ADD COLUMN cancelled_by text,
    ADD CONSTRAINT practical_session_cancelled CHECK (num_nulls(cancelled_at, cancelled_by) IN (0, 2));
GRANT UPDATE (cancelled_at, cancelled_by) ON practical_session TO chizheng_service;

CREATE FUNCTION practical_station_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM station WHERE id = NEW.station_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM practical_session mine, practical_session_station t JOIN practical_session other ON other.id = t.session_id
               WHERE mine.id = NEW.session_id AND t.station_id = NEW.station_id AND other.id <> mine.id AND other.cancelled_at IS NULL
                 AND other.starts_at < mine.ends_at AND other.ends_at > mine.starts_at) THEN
        RAISE EXCEPTION 'station % is planned at that time', NEW.station_id USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER practical_session_station_once BEFORE INSERT ON practical_session_station FOR EACH ROW EXECUTE FUNCTION practical_station_once();

CREATE FUNCTION station_device_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM centre WHERE id = (SELECT centre_id FROM station WHERE id = NEW.station_id) FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM station mine JOIN station other ON other.centre_id = mine.centre_id AND other.id <> mine.id JOIN station_device d ON d.station_id = other.id
               WHERE mine.id = NEW.station_id AND d.serial = NEW.serial AND d.out_since IS NULL) THEN
        RAISE EXCEPTION 'device % is in service at another station', NEW.serial USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER station_device_at_one BEFORE INSERT OR UPDATE OF out_since ON station_device FOR EACH ROW WHEN (NEW.out_since IS NULL)
    EXECUTE FUNCTION station_device_once();
