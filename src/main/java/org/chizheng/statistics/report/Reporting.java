package org.chizheng.statistics.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.YearMonth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Actor;
import org.chizheng.audit.Auditing;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Signer;
import org.chizheng.common.Sql;
import org.chizheng.region.RegionView;
import org.chizheng.statistics.figures.Freezing;
import org.chizheng.statistics.figures.Snapshots;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes the report of a month that is over: the first version of its frozen figures, each further one as a correction with a reason. What was made stays. */
@ApplicationScoped
public class Reporting {
    static final String PURPOSE = "monthly report";
    static final int LONGEST = 500;
    private static final YearMonth EARLIEST = YearMonth.of(2000, 1);
    private static final String INSERT = """
            INSERT INTO monthly_report (id, region, month, version, replaces, reason, facts, facts_digest, pdf, pdf_digest, signature, made_at, made_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Reports reports;
    private final ReportGathering gathering;
    private final Freezing freezing;
    private final Snapshots snapshots;
    private final ObjectMapper json;
    private final Signer signer;
    private final Sql sql;
    private final OfficialClock clock;
    private final Actor actor;
    private final Auditing auditing;

    Reporting(
            Reports reports,
            ReportGathering gathering,
            Freezing freezing,
            Snapshots snapshots,
            ObjectMapper json,
            Signer signer,
            Sql sql,
            OfficialClock clock,
            Actor actor,
            Auditing auditing) {
        this.reports = reports;
        this.gathering = gathering;
        this.freezing = freezing;
        this.snapshots = snapshots;
        this.json = json;
        this.signer = signer;
        this.sql = sql;
        this.clock = clock;
        this.actor = actor;
        this.auditing = auditing;
    }

    /**
     * One at a time for a region.
     *
     * @param month as yyyy-MM, over, from 2000 on
     * @param reason of a correction; blank for the first version
     * @throws Refused MONTH_INVALID, MADE_ALREADY without a reason where there is one, NOTHING_TO_CORRECT with one where there is none, REASON_TOO_LONG beyond 500 characters
     */
    @Transactional
    public Report make(RegionView region, String month, String reason) {
        YearMonth asked = month(month);
        String tidy = reason == null ? "" : reason.strip();
        if (tidy.length() > LONGEST) {
            throw new Refused(ReportRefusal.REASON_TOO_LONG, LONGEST);
        }
        sql.first(
                "SELECT pg_advisory_xact_lock(hashtextextended('monthly report ' || ?, 0))",
                row -> true,
                region.code());
        Report before = reports.newest(region.code(), asked).orElse(null);
        if (before != null && tidy.isEmpty()) {
            throw new Refused(ReportRefusal.MADE_ALREADY);
        }
        if (before == null && !tidy.isEmpty()) {
            throw new Refused(ReportRefusal.NOTHING_TO_CORRECT);
        }
        if (snapshots.of(asked.atEndOfMonth()).isEmpty()) {
            freezing.freeze(asked.atEndOfMonth());
        }
        ReportFacts facts = gathering.of(new ReportGathering.Asked(Ids.next(), region, asked, before, tidy));
        return keep(facts);
    }

    private YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text == null ? "" : text.strip());
            if (!month.isBefore(EARLIEST) && month.isBefore(YearMonth.from(clock.today()))) {
                return month;
            }
            throw new Refused(ReportRefusal.MONTH_INVALID);
        } catch (DateTimeException e) {
            throw new Refused(ReportRefusal.MONTH_INVALID);
        }
    }

    private Report keep(ReportFacts facts) {
        ReportFacts.Head head = facts.head();
        String text = text(facts);
        String factsDigest = Digests.file(text.getBytes(UTF_8));
        byte[] pdf = ReportPress.print(facts, factsDigest);
        String pdfDigest = Digests.file(pdf);
        sql.update(
                INSERT,
                head.id(),
                head.code(),
                head.month().atDay(1),
                head.version(),
                head.replaces(),
                head.reason(),
                text,
                factsDigest,
                pdf,
                pdfDigest,
                signer.sign(PURPOSE, pdfDigest.getBytes(UTF_8)),
                head.madeAt(),
                actor.name());
        auditing.note(
                "made",
                "monthly report",
                head.id(),
                head.code() + " " + head.month() + " " + head.version() + " " + pdfDigest);
        return reports.find(head.id()).orElseThrow();
    }

    private String text(ReportFacts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
