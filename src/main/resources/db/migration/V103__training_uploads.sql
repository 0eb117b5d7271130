CREATE INDEX training_provider_region ON training_provider (region);
CREATE INDEX training_record_provider ON training_record (provider_id) WHERE provider_id IS NOT NULL;
CREATE INDEX training_record_enterprise ON training_record (enterprise_id) WHERE enterprise_id IS NOT NULL;
CREATE INDEX training_record_trainer ON training_record (trainer_id) WHERE trainer_id IS NOT NULL;
CREATE INDEX training_record_qualification ON training_record (qualification);

-- A list of trainings that was refused, with the reason beside each row: under seal, for its account alone, for a day.
CREATE TABLE training_upload (
    id          uuid PRIMARY KEY,
    account     text NOT NULL,
    refused_at  timestamptz NOT NULL,
    excel       boolean NOT NULL,
    file_sealed bytea NOT NULL
);
CREATE INDEX training_upload_age ON training_upload (refused_at);
GRANT SELECT, INSERT, DELETE ON training_upload TO chizheng_service;
