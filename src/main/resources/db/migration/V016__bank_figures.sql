-- Figures are stored once, under the digest of their bytes, and are never changed: the service may read and add (V009), nothing else.
-- The size is kept beside them, so that a page can leave the room before the picture is there. No figure could be loaded before this version.
ALTER TABLE figure
    ADD COLUMN width  int NOT NULL CHECK (width BETWEEN 1 AND 4096),
    ADD COLUMN height int NOT NULL CHECK (height BETWEEN 1 AND 4096),
    ADD CHECK (media_type IN ('image/svg+xml', 'image/png')),
    ADD CHECK (octet_length(bytes) <= 204800),
    ADD CHECK (digest = encode(sha256(bytes), 'hex'));

CREATE INDEX item_revision_figure ON item_revision (figure) WHERE figure IS NOT NULL;
