package org.chizheng.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.people.Registering;

/** Records trainings, one or a list: initial, yearly, for renewal, and after an accident. Of a list all are recorded or none. */
@ApplicationScoped
public class RecordingTraining {
    static final int MOST_ROWS = 2000;
    private final TrainingChecks checks;
    private final TrainingTable table;
    private final Registering registering;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public RecordingTraining(
            TrainingChecks checks,
            TrainingTable table,
            Registering registering,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.checks = checks;
        this.table = table;
        this.registering = registering;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** Registers the person where new. @param by the account. @throws Refused for the first thing that does not hold */
    @Transactional
    public UUID record(Source source, TrainingForm form, String by) {
        UUID id = write(source, checks.check(source, form), by);
        auditing.note("recorded", "training", id, form.kind());
        return id;
    }

    /**
     * What came of a list.
     *
     * @param rows how many it has
     * @param faults by number of the row; where there are any, nothing was recorded
     */
    public record Outcome(int rows, Map<Integer, Refused> faults) {}

    /** @throws UnreadableFile what is wrong with the file as a whole. @throws Refused NO_ROWS or TOO_MANY_ROWS */
    @Transactional
    public Outcome recordAll(Source source, Path file, boolean excel, String by) throws UnreadableFile {
        List<TrainingTable.Row> rows = table.read(file, excel);
        if (rows.isEmpty()) {
            throw new Refused(TrainingRefusal.NO_ROWS);
        }
        if (rows.size() > MOST_ROWS) {
            throw new Refused(TrainingRefusal.TOO_MANY_ROWS, MOST_ROWS);
        }
        List<Checked> checked = new ArrayList<>();
        Map<Integer, Refused> faults = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (TrainingTable.Row row : rows) {
            try {
                checked.add(check(source, row, seen));
            } catch (Refused refused) {
                faults.put(row.number(), refused);
            }
        }
        if (faults.isEmpty()) {
            checked.forEach(one -> write(source, one, by));
            auditing.note("recorded list", "training", source(source), rows.size() + " rows");
        }
        return new Outcome(rows.size(), faults);
    }

    private Checked check(Source source, TrainingTable.Row row, Set<String> seen) {
        if (!row.readable()) {
            throw new Refused(TrainingRefusal.CELL_UNREADABLE);
        }
        Checked checked = checks.check(source, row.form());
        if (!seen.add(checked.key())) {
            throw new Refused(TrainingRefusal.RECORDED_ALREADY);
        }
        return checked;
    }

    private static UUID source(Source source) {
        return source.provider() == null ? source.enterprise() : source.provider();
    }

    private UUID write(Source source, Checked one, String by) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO training_record (id, person_id, qualification, kind, provider_id, enterprise_id, trainer_id, hours, started_on, ended_on,"
                        + " content, passed, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                registering.register(one.name(), one.idNumber()).id(),
                one.qualification(),
                one.kind(),
                source.provider(),
                one.enterprise(),
                one.trainer(),
                one.hours(),
                one.startedOn(),
                one.endedOn(),
                one.content(),
                one.passed(),
                clock.now(),
                by);
        return id;
    }
}
