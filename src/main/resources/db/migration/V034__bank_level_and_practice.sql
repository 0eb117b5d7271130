-- Who keeps an item: the nation's bank or the province's. practice: published for practising, hence in no exam from then on.
ALTER TABLE item
    ADD COLUMN level    text    NOT NULL DEFAULT 'PROVINCIAL' CHECK (level IN ('NATIONAL', 'PROVINCIAL')),
    ADD COLUMN practice boolean NOT NULL DEFAULT false;
