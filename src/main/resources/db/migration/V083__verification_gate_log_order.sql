-- The newest first, for who reads what gates handed over.
CREATE INDEX gate_log_checked ON gate_log (checked_at DESC);
