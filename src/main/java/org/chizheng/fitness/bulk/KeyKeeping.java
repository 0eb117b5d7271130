package org.chizheng.fitness.bulk;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Makes and withdraws keys. */
@ApplicationScoped
public class KeyKeeping {
    /** So that a key found lying about can be told for what it is. */
    static final String PREFIX = "czk_";

    private static final int BYTES = 32;
    private static final int MOST = 10;
    private static final int LONGEST_LABEL = 60;
    private static final String INSERT = """
            INSERT INTO access_key (id, enterprise_id, label, key_hash, made_by, made_at) SELECT ?, ?, ?, ?, ?, ?
            WHERE (SELECT count(*) FROM access_key WHERE enterprise_id = ? AND withdrawn_at IS NULL) < ?""";
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;
    private final SecureRandom random = new SecureRandom();

    public KeyKeeping(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * @param label by which people tell it from others, 1 to 60 characters
     * @return the key, which nobody can show again
     * @throws Refused LABEL_INVALID, or TOO_MANY_KEYS when ten are in force
     */
    @Transactional
    public String make(UUID enterprise, String label, String by) {
        String tidy = label == null ? "" : label.strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST_LABEL) {
            throw new Refused(BulkRefusal.LABEL_INVALID, LONGEST_LABEL);
        }
        UUID id = Ids.next();
        String key = PREFIX + secret(random);
        if (sql.update(INSERT, id, enterprise, tidy, AccessKeys.hash(key), by, clock.now(), enterprise, MOST) == 0) {
            throw new Refused(BulkRefusal.TOO_MANY_KEYS, MOST);
        }
        auditing.note("made", "access key", id, "enterprise " + enterprise);
        return key;
    }

    /** 256 random bits as text. */
    static String secret(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Counts at once. @throws Refused NOT_FOUND if the enterprise has no such key in force */
    @Transactional
    public void withdraw(UUID enterprise, UUID key, String by) {
        if (sql.update(
                        "UPDATE access_key SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ? AND enterprise_id = ? AND withdrawn_at IS NULL",
                        clock.now(),
                        by,
                        key,
                        enterprise)
                == 0) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        auditing.note("withdrew", "access key", key, "enterprise " + enterprise);
    }
}
