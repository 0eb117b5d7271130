-- Codes are letters and digits: compared byte by byte, a look-up needs no rules of any language on its way down the index.
ALTER TABLE certificate ALTER COLUMN code TYPE text COLLATE "C";
