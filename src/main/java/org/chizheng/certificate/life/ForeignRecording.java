package org.chizheng.certificate.life;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.sheet.PlainTable;
import org.chizheng.people.Registering;

/** Records certificates of other authorities from a file: all of its rows, or none and what is wrong with each. The same certificate is recorded once. */
@ApplicationScoped
public class ForeignRecording {
    private static final String NUMBER = "foreign-certificate.number";
    private static final String INSERT = """
            INSERT INTO foreign_certificate (id, person_id, qualification, department, issuer, number_sealed, number_index, valid_from, valid_to,
                                             file_digest, region, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number_index, person_id, qualification) DO NOTHING""";
    private final ForeignRows rows;
    private final Registering registering;
    private final Sealer sealer;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public ForeignRecording(
            ForeignRows rows, Registering registering, Sealer sealer, Sql sql, OfficialClock clock, Auditing auditing) {
        this.rows = rows;
        this.registering = registering;
        this.sealer = sealer;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** Where the rows came from and who brought them. region: reach of the officer, empty for the whole installation. */
    public record Source(String digest, String region, String by) {}

    /**
     * What became of a file.
     *
     * @param recorded rows that are new
     * @param known rows that had been recorded before
     * @param faults empty, or nothing was recorded
     */
    public record Report(int recorded, int known, List<ForeignRows.Fault> faults) {
        public Report {
            faults = List.copyOf(faults);
        }
    }

    /** @throws UnreadableFile what is wrong with the file as a whole */
    @Transactional(rollbackOn = UnreadableFile.class)
    public Report record(Path file, boolean excel, Source source) throws UnreadableFile {
        List<PlainTable.Line> lines = ForeignRows.TABLE.read(file, excel);
        if (lines.isEmpty()) {
            throw new UnreadableFile("no_items", "");
        }
        List<ForeignRows.Fault> faults = new ArrayList<>();
        List<ForeignRows.Good> good = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (PlainTable.Line line : lines) {
            rows.read(line, faults).ifPresent(row -> {
                good.add(row);
                if (!names.computeIfAbsent(row.idNumber(), number -> row.name()).equals(row.name())) {
                    faults.add(new ForeignRows.Fault(line.number(), "name", null));
                }
            });
        }
        return faults.isEmpty() ? store(good, source) : new Report(0, 0, faults);
    }

    private Report store(List<ForeignRows.Good> good, Source source) {
        Instant now = clock.now();
        int recorded = 0;
        for (ForeignRows.Good row : good) {
            UUID id = Ids.next();
            recorded += sql.update(
                    INSERT,
                    id,
                    person(row),
                    row.qualification(),
                    row.department(),
                    row.issuer(),
                    sealer.seal(row.number(), NUMBER, id),
                    sealer.index(row.issuer() + ":" + row.number(), NUMBER),
                    row.from(),
                    row.to(),
                    source.digest(),
                    source.region(),
                    source.by(),
                    now);
        }
        auditing.note("recorded", "foreign certificates", source.digest(), recorded + " of " + good.size());
        return new Report(recorded, good.size() - recorded, List.of());
    }

    private UUID person(ForeignRows.Good row) {
        return registering.register(row.name(), row.idNumber()).id();
    }
}
