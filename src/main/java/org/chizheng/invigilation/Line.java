package org.chizheng.invigilation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One candidate as a console has it. Times are milliseconds since 1970 by the database's clock; what is not known yet is null.
 *
 * @param state NOT_CHECKED_IN, NOT_BEGUN, KEPT when held before the start, UNDER_WAY, HELD or CLOSED
 * @param answered items with an answer now
 * @param until end of the time, for a sitting that is open
 * @param held since when the time stands still
 * @param seen last sign of life, renewed at most twice a minute while all is well
 * @param gaps silences that have not been credited
 * @param notes how often the page told what of itself
 */
record Line(
        UUID id,
        String ticket,
        String name,
        String seat,
        String state,
        boolean locked,
        int answered,
        Long until,
        Long held,
        Long seen,
        boolean silent,
        boolean waived,
        int gaps,
        Map<String, Integer> notes) {

    /** A sign of life alone is no news while it is younger than this, in milliseconds. */
    private static final long QUIET = 30_000;

    /** @return this line, or the older one if nothing has changed but a fresh sign of life */
    Line after(Line older) {
        if (older == null) {
            return this;
        }
        boolean fresh = !silent && seen != null && older.seen != null && seen - older.seen < QUIET;
        return fresh && equals(older.seenAt(seen)) ? older : equals(older) ? older : this;
    }

    private Line seenAt(Long at) {
        return new Line(id, ticket, name, seat, state, locked, answered, until, held, at, silent, waived, gaps, notes);
    }

    /** All that a console needs. */
    Map<String, Object> whole() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ticket", ticket);
        fields.put("id", id);
        fields.put("name", name);
        fields.put("seat", seat);
        fields.put("state", state);
        fields.put("locked", locked);
        fields.put("answered", answered);
        fields.put("until", until);
        fields.put("held", held);
        fields.put("seen", seen);
        fields.put("silent", silent);
        fields.put("waived", waived);
        fields.put("gaps", gaps);
        fields.put("notes", notes);
        return fields;
    }

    /** The ticket, and what differs from the older line. */
    Map<String, Object> since(Line older) {
        Map<String, Object> fields = whole();
        if (older != null) {
            Map<String, Object> before = older.whole();
            fields.entrySet()
                    .removeIf(field -> !"ticket".equals(field.getKey())
                            && Objects.equals(field.getValue(), before.get(field.getKey())));
        }
        return fields;
    }
}
