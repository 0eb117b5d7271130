package org.chizheng.appeal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.scoring.Remark;
import org.chizheng.scoring.Remarking;
import org.chizheng.sitting.CheckedReceiptView;
import org.chizheng.sitting.Confirming;

/** The theory: the receipt against the stored log, the key with its corrections, and the score that they give. */
@ApplicationScoped
class TheoryRecheck implements PartRecheck {
    private static final String SUBJECT = """
            SELECT r.person_id, e.centre_id, r.qualification, r.policy, r.released_at FROM result r JOIN exam_session e ON e.id = r.session_id WHERE r.id = ?""";
    private final Sql sql;
    private final Remarking remarking;
    private final Confirming confirming;

    TheoryRecheck(Sql sql, Remarking remarking, Confirming confirming) {
        this.sql = sql;
        this.remarking = remarking;
        this.confirming = confirming;
    }

    @Override
    public String part() {
        return ResultSheets.PART;
    }

    @Override
    public Optional<Subject> find(UUID result) {
        return sql.first(SUBJECT, Subject::of, result);
    }

    @Override
    public Compared compare(UUID result, Instant since) {
        Remark remark = remarking.of(result).orElseThrow();
        String number = sql.first(
                        "SELECT p.number FROM receipt p JOIN result r ON r.sitting_id = p.sitting_id WHERE r.id = ?",
                        row -> row.getString(1),
                        result)
                .orElse("");
        CheckedReceiptView receipt = confirming.confirm(number);
        boolean moved = sql.first(
                        "SELECT 1 FROM result_change WHERE result_id = ? AND changed_at >= ? LIMIT 1",
                        row -> true,
                        result,
                        since)
                .isPresent();
        return new Compared(
                receipt.resultClass(),
                receipt.known() ? receipt.groupedNumber() : "",
                receipt.digest(),
                receipt.count() == null ? 0 : receipt.count(),
                remark.lateAnswers(),
                remark.keyFrozenAt(),
                remark.corrections(),
                remark.lastCorrection(),
                BigDecimal.valueOf(remark.storedRaw()),
                remark.storedPassed(),
                BigDecimal.valueOf(remark.raw()),
                remark.passed(),
                remark.cut(),
                moved,
                null);
    }

    @Override
    public Set<String> made(UUID result) {
        return Set.of();
    }

    @Override
    public void correct(UUID result, Cause cause) {
        remarking.move(result, cause.recheck());
    }
}
