package org.chizheng.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.chizheng.appeal.rule.Retake;
import org.chizheng.regulation.Policies;
import org.chizheng.scoring.ChapterShare;
import org.chizheng.scoring.Remark;
import org.chizheng.scoring.ResultChange;

/**
 * A released result as its candidate keeps it 成绩单.
 *
 * @param remark key and corrections that gave the score
 * @param recheckUntil last day on which a recheck may be asked for
 * @param retakeArticle where the number of attempts is written
 * @param next what comes next: CERTIFICATE, PRACTICAL, RETAKE or NONE
 * @param validUntil last day on which a passed theory counts, null when it was not passed
 */
public record ResultSheet(
        UUID result,
        UUID session,
        String name,
        String idMasked,
        String ticket,
        String centreZh,
        String centreEn,
        String room,
        String seat,
        String qualification,
        Instant startsAt,
        Instant releasedAt,
        int raw,
        int cut,
        boolean passed,
        List<ChapterShare> chapters,
        String policy,
        Policies.Instrument instrument,
        String cutArticle,
        Remark remark,
        String receipt,
        List<ResultChange> changes,
        LocalDate recheckUntil,
        boolean mayAsk,
        Retake retake,
        String retakeArticle,
        String next,
        LocalDate validUntil) {
    public ResultSheet {
        chapters = List.copyOf(chapters);
        changes = List.copyOf(changes);
    }

    /** Where it stands. */
    public String address() {
        return "/my/results/" + result;
    }
}
