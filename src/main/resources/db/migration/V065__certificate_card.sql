-- A certificate is issued as a sheet of A4 and as a card; what was issued before is a sheet alone and stays as it is.
ALTER TABLE certificate_file ADD COLUMN size text NOT NULL DEFAULT 'A4' CHECK (size IN ('A4', 'CARD'));
ALTER TABLE certificate_file ALTER COLUMN size DROP DEFAULT;
ALTER TABLE certificate_file DROP CONSTRAINT certificate_file_pkey;
ALTER TABLE certificate_file ADD PRIMARY KEY (certificate_id, size);
