package org.chizheng.appeal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.practical.Amending;
import org.chizheng.practical.PracticalRemark;
import org.chizheng.practical.PracticalResultView;
import org.chizheng.practical.RemarkingPracticals;
import org.chizheng.practical.Sheets;

/** The practical: each assessor's taps and marks against the signature, and the result that they give by the rule of agreement. */
@ApplicationScoped
class PracticalRecheck implements PartRecheck {
    private static final String SUBJECT = """
            SELECT r.person_id, s.centre_id, r.qualification, r.policy, r.released_at FROM practical_result r JOIN practical_session s ON s.id = r.session_id WHERE r.id = ?""";
    private static final String ASSESSORS = """
            SELECT s.assessor FROM practical_sheet s JOIN practical_result r ON r.candidate_id = s.candidate_id WHERE r.id = ?""";
    private final Sql sql;
    private final RemarkingPracticals remarking;
    private final Amending amending;
    private final Sheets sheets;

    PracticalRecheck(Sql sql, RemarkingPracticals remarking, Amending amending, Sheets sheets) {
        this.sql = sql;
        this.remarking = remarking;
        this.amending = amending;
        this.sheets = sheets;
    }

    @Override
    public String part() {
        return PracticalSheets.PART;
    }

    @Override
    public Optional<Subject> find(UUID result) {
        return sql.first(SUBJECT, Subject::of, result);
    }

    @Override
    public Compared compare(UUID result, Instant since) {
        PracticalRemark remark = remarking.of(result).orElseThrow();
        PracticalResultView stored = remark.stored();
        boolean moved = sql.first(
                        "SELECT 1 FROM practical_result_change WHERE result_id = ? AND changed_at >= ? LIMIT 1",
                        row -> true,
                        result,
                        since)
                .isPresent();
        return new Compared(
                remark.holds() ? "HOLDS" : "MARKS_ALTERED",
                "",
                "",
                0,
                0,
                null,
                0,
                null,
                stored.points(),
                stored.passed(),
                remark.points(),
                remark.passed(),
                stored.cut(),
                moved,
                assessed(remark));
    }

    private Compared.Assessed assessed(PracticalRemark remark) {
        List<Compared.Marked> marked = remark.sheets().stream()
                .map(sheet -> new Compared.Marked(
                        sheet.place(), sheet.signed(), sheet.counted(), sheet.vetoed(), sheet.holds()))
                .toList();
        return new Compared.Assessed(
                remark.stored().sessionId(),
                remark.stored().candidateId(),
                marked,
                remark.threshold(),
                sheets.photos(remark.stored().candidateId()).size(),
                remark.stored().vetoed(),
                remark.vetoed());
    }

    @Override
    public Set<String> made(UUID result) {
        return sql.list(ASSESSORS, row -> row.getString(1), result).stream().collect(Collectors.toSet());
    }

    @Override
    public void correct(UUID result, Cause cause) {
        amending.amend(result, cause.recheck(), cause.words(), cause.by());
    }
}
