-- New certificates and missed reviews are told too.
ALTER TABLE webhook_cursor ADD COLUMN issued_until timestamptz NOT NULL DEFAULT now();
ALTER TABLE webhook_cursor ALTER COLUMN issued_until DROP DEFAULT;
GRANT UPDATE (issued_until) ON webhook_cursor TO chizheng_service;
COMMENT ON COLUMN webhook_delivery.event IS 'a kind of certificate_event, or ISSUED, EXPIRING, EXPIRED, REVIEW_OVERDUE';
CREATE INDEX certificate_review_due ON certificate (review_due) WHERE review_due IS NOT NULL;
CREATE INDEX certificate_event_review_due ON certificate_event (review_due) WHERE review_due IS NOT NULL;
