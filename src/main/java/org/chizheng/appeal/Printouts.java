package org.chizheng.appeal;

import static org.chizheng.appeal.PrintWords.fact;
import static org.chizheng.appeal.PrintWords.joined;
import static org.chizheng.appeal.PrintWords.time;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.document.TaggedSheet.Words;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.Qualifications;
import org.chizheng.scoring.ChapterShare;

/** What of a result sheet is printed. */
@ApplicationScoped
class Printouts {
    private final Qualifications qualifications;
    private final ChizhengConfig config;

    Printouts(Qualifications qualifications, ChizhengConfig config) {
        this.qualifications = qualifications;
        this.config = config;
    }

    /** The QR code leads to the page of the receipt, where everybody sees whether what was answered is as it was handed in. */
    Printout of(ResultSheet sheet) {
        List<Words> notes = new ArrayList<>();
        notes.add(PrintWords.of("appeal_cut", sheet.cut()));
        sheet.changes()
                .forEach(change -> notes.add(joined(
                        PrintWords.of("scoring_changed", time(change.at()), change.oldRaw(), change.newRaw()),
                        " ",
                        PrintWords.of("scoring_changed_" + change.remedy()))));
        if (sheet.validUntil() != null) {
            notes.add(PrintWords.of("appeal_valid_until", sheet.validUntil().toString()));
        }
        return new Printout(
                lead(sheet.qualification(), ResultSheets.PART),
                String.valueOf(sheet.raw()),
                sheet.passed(),
                notes,
                List.of(new Printout.Section("who", who(sheet)), new Printout.Section("proof", proof(sheet))),
                sheet.chapters().stream().map(Printouts::chapter).toList(),
                sheet.receipt() == null ? null : config.publicUrl() + "/r/" + sheet.receipt(),
                sheet.ticket() + "  " + sheet.result());
    }

    private static List<List<Words>> who(ResultSheet sheet) {
        String seat = sheet.seat() == null ? "" : " · " + sheet.seat();
        return List.of(
                fact("name", sheet.name()),
                fact("id", sheet.idMasked()),
                fact("ticket", sheet.ticket()),
                fact("place", new Words(sheet.centreZh() + " " + sheet.room() + seat, sheet.centreEn())),
                fact("sat", time(sheet.startsAt())),
                fact("released", time(sheet.releasedAt())));
    }

    private List<List<Words>> proof(ResultSheet sheet) {
        List<List<Words>> proof = new ArrayList<>();
        proof.add(policy(sheet.instrument(), sheet.policy(), sheet.cutArticle()));
        Words frozen = PrintWords.of("appeal_key_frozen", time(sheet.remark().keyFrozenAt()));
        int corrections = sheet.remark().corrections();
        proof.add(fact(
                "key",
                corrections == 0
                        ? frozen
                        : joined(
                                frozen,
                                " ",
                                PrintWords.of(
                                        "appeal_key_corrected",
                                        corrections,
                                        time(sheet.remark().lastCorrection())))));
        proof.add(fact("draw", config.publicUrl() + "/draws/" + sheet.session()));
        if (sheet.receipt() != null) {
            proof.add(fact("receipt", sheet.receipt()));
        }
        return proof;
    }

    private static List<Words> chapter(ChapterShare share) {
        int percent = share.total() == 0 ? 0 : Math.round(100f * share.right() / share.total());
        return List.of(
                new Words(share.zh(), share.en()),
                Words.of(share.right() + " / " + share.total()),
                Words.of(percent + " %"));
    }

    Printout of(PracticalSheet sheet) {
        var result = sheet.result();
        List<Words> notes = new ArrayList<>();
        notes.add(PrintWords.of("appeal_cut", result.cut()));
        if (result.vetoed()) {
            notes.add(PrintWords.of("practical_veto"));
        }
        if (result.assessors() == 0) {
            notes.add(PrintWords.of("appeal_practical_left_station"));
        }
        sheet.changes()
                .forEach(change -> notes.add(PrintWords.of(
                        "appeal_practical_changed", time(change.at()), change.oldPoints(), change.newPoints())));
        return new Printout(
                lead(result.qualification(), PracticalSheets.PART),
                PrintWords.number(result.points()),
                result.passed(),
                notes,
                List.of(
                        new Printout.Section("who", who(sheet)),
                        new Printout.Section("tasks", tasks(sheet)),
                        new Printout.Section("proof", proof(sheet))),
                null,
                null,
                result.id().toString());
    }

    private static List<List<Words>> who(PracticalSheet sheet) {
        return List.of(
                fact("name", sheet.name()),
                fact("id", sheet.idMasked()),
                fact("place", new Words(sheet.centreZh() + " · " + sheet.station(), sheet.centreEn())),
                fact("sat", time(sheet.startsAt())),
                fact("released", time(sheet.result().releasedAt())));
    }

    private static List<List<Words>> tasks(PracticalSheet sheet) {
        return sheet.tasks().stream()
                .map(task -> List.of(Words.of(task.code()), new Words(task.zh(), task.en())))
                .toList();
    }

    private static List<List<Words>> proof(PracticalSheet sheet) {
        List<List<Words>> proof = new ArrayList<>();
        if (!sheet.sums().isEmpty()) {
            proof.add(fact("sums", sheet.sums().stream().map(String::valueOf).collect(Collectors.joining(" · "))));
        }
        sheet.vetoes()
                .forEach(veto -> proof.add(List.of(PrintWords.of("practical_veto"), new Words(veto.zh(), veto.en()))));
        proof.add(policy(sheet.instrument(), sheet.result().policy(), sheet.cutArticle()));
        proof.add(fact("seed", sheet.seed()));
        return proof;
    }

    private static List<Words> policy(Policies.Instrument instrument, String policy, String article) {
        return fact("policy", new Words(instrument.zh() + " " + article + " (" + policy + ")", instrument.en()));
    }

    private Words lead(String qualification, String part) {
        var exam = qualifications.get(qualification);
        Words named = joined(new Words(exam.zh(), exam.en()), " · ", PrintWords.of("appeal_part_" + part));
        return config.demo() ? joined(named, " · ", PrintWords.of("appeal_pdf_demo")) : named;
    }
}
