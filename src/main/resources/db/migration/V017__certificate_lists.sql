-- The officer's list: newest first, or by holder.
CREATE INDEX certificate_issued ON certificate (issued_at DESC);
CREATE INDEX certificate_holder ON certificate (holder_name);
