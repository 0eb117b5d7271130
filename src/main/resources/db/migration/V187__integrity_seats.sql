-- How far apart the two of a pair sat, as their seats' labels tell; null where one of them had none, and for what was found before. moved: one of the two was given another
-- seat after check-in; the seat counts that was theirs last.
ALTER TABLE integrity_finding
    ADD COLUMN rows_apart   int CHECK (rows_apart >= 0),
    ADD COLUMN places_apart int CHECK (places_apart >= 0),
    ADD COLUMN moved        boolean,
    ADD CONSTRAINT integrity_finding_seats CHECK ((rows_apart IS NULL) = (places_apart IS NULL) AND (rows_apart IS NULL OR other_id IS NOT NULL));

-- Pairs that sat beside, behind or diagonally to each other, among all that were compared.
ALTER TABLE integrity_run ADD COLUMN neighbours int CHECK (neighbours >= 0);
