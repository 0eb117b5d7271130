package org.chizheng.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.scoring.Releases;
import org.chizheng.scoring.rule.Period;
import org.chizheng.statistics.rule.AssessorSeverity;
import org.chizheng.statistics.rule.AssessorSeverity.Mark;
import org.chizheng.statistics.rule.AssessorSeverity.Severity;

/** How severe assessors of practicals are beside those who marked the same candidates. One row is read for each signed sheet: its points are the sum of its marks. */
@ApplicationScoped
class AssessorFigures {
    private static final String SIGNED = """
            SELECT h.candidate_id, h.assessor, h.points FROM practical_session s JOIN centre c ON c.id = s.centre_id
            JOIN practical_candidate p ON p.session_id = s.id JOIN practical_sheet h ON h.candidate_id = p.id AND h.signed_at IS NOT NULL
            WHERE s.starts_at >= ? AND s.starts_at < ? AND (? = '' OR s.qualification = ?)
              AND (s.centre_id = ANY (?) OR EXISTS (SELECT FROM unnest(?) AS reach (code) WHERE starts_with(c.region, reach.code)))""";
    private final SeverityConfig config;
    private final Sql sql;

    AssessorFigures(SeverityConfig config, Sql sql) {
        this.config = config;
        this.sql = sql;
    }

    /** @param qualification its code, empty for all; the most severe first */
    AssessorFiguresView of(Period period, String qualification, Releases.Reach reach) {
        List<Mark> marks = sql.list(
                SIGNED,
                row -> new Mark(row.getString(1), row.getString(2), row.getInt(3)),
                start(period.from()),
                start(period.to().plusDays(1)),
                qualification,
                qualification,
                reach.centres().toArray(UUID[]::new),
                reach.regions().toArray(String[]::new));
        List<Severity> all = AssessorSeverity.of(marks);
        List<AssessorRow> rows = all.stream()
                .filter(one -> one.shared() >= config.leastShared())
                .sorted(Comparator.comparingDouble(Severity::deviation).thenComparing(Severity::assessor))
                .map(AssessorRow::of)
                .toList();
        return new AssessorFiguresView(period, qualification, rows, config.leastShared(), all.size() - rows.size());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(OfficialClock.ZONE).toInstant();
    }
}
