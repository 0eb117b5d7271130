-- Nobody assesses at two stations at the same time. The service asks first and says why; this holds when two tablets ask at once.
CREATE FUNCTION practical_assessor_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM person WHERE id = NEW.person_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM practical_sheet s JOIN practical_candidate c ON c.id = s.candidate_id JOIN practical_candidate mine ON mine.id = NEW.candidate_id
               WHERE s.person_id = NEW.person_id AND s.signed_at IS NULL AND s.released_at IS NULL AND c.state IN ('AT_STATION', 'RUNNING')
                 AND c.station_id <> mine.station_id) THEN
        RAISE EXCEPTION 'assessor % is at another station', NEW.person_id USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER practical_sheet_assessor_once BEFORE INSERT ON practical_sheet FOR EACH ROW WHEN (NEW.person_id IS NOT NULL)
    EXECUTE FUNCTION practical_assessor_once();
