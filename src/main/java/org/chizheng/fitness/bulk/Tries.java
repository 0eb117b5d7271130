package org.chizheng.fitness.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.fitness.rule.NameKey;

/** How often a name was tried with a number that is not its own. Kept as keyed indexes, until the day is over. */
@ApplicationScoped
public class Tries {
    private static final int INDEX_BYTES = 16;
    private static final String KNOWN =
            "SELECT name_index, pair_index FROM bulk_miss WHERE meter = ? AND day = ? AND name_index = ANY (?)";
    private static final String ADD =
            "INSERT INTO bulk_miss (meter, day, name_index, pair_index) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private final Sql sql;
    private final Sealer sealer;
    private final BulkConfig config;

    public Tries(Sql sql, Sealer sealer, BulkConfig config) {
        this.sql = sql;
        this.sealer = sealer;
        this.config = config;
    }

    /** What a meter has tried today and what this check adds. The meter's row must be held. */
    final class Today {
        private final String meter;
        private final LocalDate day;
        private final Map<String, byte[]> names = new HashMap<>();
        private final Map<String, Set<String>> missed = new HashMap<>();
        private final List<Object[]> added = new ArrayList<>();

        private Today(String meter, LocalDate day) {
            this.meter = meter;
            this.day = day;
        }

        boolean isBarred(String name) {
            return missed.getOrDefault(hex(names.get(NameKey.of(name))), Set.of())
                            .size()
                    >= config.triesAName();
        }

        /** The same pair counts once. */
        void missed(String name, String number) {
            byte[] index = names.get(NameKey.of(name));
            byte[] pair = index(NameKey.of(name) + ":" + number, "bulk-pair");
            if (missed.computeIfAbsent(hex(index), n -> new HashSet<>()).add(hex(pair))) {
                added.add(new Object[] {meter, day, index, pair});
            }
        }

        void keep() {
            sql.batch(ADD, added);
        }
    }

    /** @param asked names that this check may miss */
    Today today(String meter, LocalDate day, Collection<String> asked) {
        Today today = new Today(meter, day);
        asked.forEach(name -> today.names.computeIfAbsent(NameKey.of(name), key -> index(key, "bulk-name")));
        sql.list(
                KNOWN,
                row -> today.missed
                        .computeIfAbsent(hex(row.getBytes("name_index")), n -> new HashSet<>())
                        .add(hex(row.getBytes("pair_index"))),
                meter,
                day,
                today.names.values().toArray(byte[][]::new));
        return today;
    }

    private byte[] index(String text, String purpose) {
        return Arrays.copyOf(sealer.index(text, purpose), INDEX_BYTES);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
