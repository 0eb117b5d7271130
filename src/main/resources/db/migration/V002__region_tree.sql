CREATE TABLE region (
    code        text PRIMARY KEY,
    parent      text REFERENCES region,
    level       text NOT NULL CHECK (level IN ('PROVINCE', 'CITY', 'COUNTY', 'ZONE')),
    zh          text NOT NULL,
    en          text NOT NULL
);
CREATE INDEX region_parent ON region (parent);
COMMENT ON TABLE region IS 'NBS code list 2023. A ZONE (functional zone) is a filter beside the counties, never a summand of its city.';
GRANT SELECT ON region TO chizheng_service;
