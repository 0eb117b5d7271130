-- A sheet that was opened by mistake may be given back, as long as nothing was tapped on it: taps, marks and photos hold theirs by their keys, and a signed one stays by this trigger.
CREATE TRIGGER practical_sheet_stays BEFORE DELETE ON practical_sheet FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL)
    EXECUTE FUNCTION practical_sheet_is_signed();
GRANT DELETE ON practical_sheet TO chizheng_service;
