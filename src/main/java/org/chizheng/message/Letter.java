package org.chizheng.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as a door takes it.
 *
 * @param key the same whenever the same message is handed over again
 * @param address in clear: for the door alone, never for a log
 * @param shown the words as they may be kept: without the secret, where there is one
 * @param secretUntil when the secret in the words is worth nothing any more; null where there is none
 */
record Letter(
        UUID key, String address, String masked, String subject, String words, String shown, Instant secretUntil) {}
