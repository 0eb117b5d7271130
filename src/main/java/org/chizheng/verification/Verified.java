package org.chizheng.verification;

import java.util.Optional;
import java.util.UUID;

/** An answer, and for the log of checks the certificate that it tells of. */
record Verified(AnswerView view, Optional<UUID> certificate) {}
