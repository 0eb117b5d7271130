package org.chizheng.authoring;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.authoring.rule.Completeness.Gap;
import org.chizheng.bank.DraftView;
import org.chizheng.bank.Drafts;
import org.chizheng.bank.Drafts.Standing;
import org.chizheng.bank.rule.ItemLife.Act;
import org.chizheng.bank.rule.ItemLife.Who;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** What authors do with a draft: write, submit, take back from review, throw away. */
@ApplicationScoped
public class Editing {
    private static final String SAVE = """
            UPDATE item_draft SET version = version + 1, base = ?, changed_by = ?, changed_at = ?,
                   editors = CASE WHEN ? = ANY (editors) THEN editors ELSE array_append(editors, ?) END,
                   type = ?, chapter = ?, difficulty = ?, stem = ?, options = ?::jsonb, explanation = ?, source = ?, figure = ?, figure_alt = ?, level = ?, practice = ?
             WHERE item = ?""";
    private final Sql sql;
    private final Drafts drafts;
    private final Keeping keeping;

    Editing(Sql sql, Drafts drafts, Keeping keeping) {
        this.sql = sql;
        this.drafts = drafts;
        this.keeping = keeping;
    }

    /**
     * Keeps the words of a draft, or opens one on an approved item.
     *
     * @param seen version of the draft that was edited, 0 when there was none
     * @return the new version
     * @throws Refused DRAFT_CHANGED if somebody saved in between, or why the item cannot be edited
     */
    @Transactional
    int save(String code, int seen, Proposal proposal, Who who) {
        Standing item = keeping.take(code, Act.EDIT, who);
        Keeping.mustBe(item, seen);
        Proposal tidy = proposal.tidy();
        int base = item.life().revision();
        if (seen == 0) {
            keeping.open(List.of(new Keeping.Opened(code, base, tidy)), who.name());
        } else {
            keeping.keepFigure(tidy.text());
            List<Object> row = new ArrayList<>(List.of(base, who.name(), keeping.now(), who.name(), who.name()));
            row.addAll(keeping.words(tidy));
            row.add(code);
            sql.update(SAVE, row.toArray());
        }
        keeping.tell(code, Act.EDIT, base, "", who);
        return seen + 1;
    }

    /** @throws Refused DRAFT_CHANGED, UNCHANGED, or the first gap of the draft */
    @Transactional
    public void submit(String code, int seen, Who who) {
        Standing item = keeping.take(code, Act.SUBMIT, who);
        Keeping.mustBe(item, seen);
        DraftView draft = drafts.find(code).orElseThrow();
        gaps(draft).stream().findFirst().ifPresent(gap -> {
            throw new Refused(AuthoringRefusal.valueOf(gap.name()));
        });
        boolean reclassified = !draft.level().equals(item.level()) || draft.practice() && !item.practice();
        String digest = Proposal.digest(draft.text());
        if (!reclassified
                && drafts.approved(code)
                        .map(Proposal::digest)
                        .filter(digest::equals)
                        .isPresent()) {
            throw new Refused(AuthoringRefusal.UNCHANGED);
        }
        move(code, "IN_REVIEW", true);
        keeping.tell(code, Act.SUBMIT, item.life().revision(), "", who);
    }

    List<Gap> gaps(DraftView draft) {
        boolean known = sql.first(
                        "SELECT 1 FROM chapter WHERE subject = ? AND code = ?",
                        row -> 1,
                        draft.subject(),
                        draft.text().chapter())
                .isPresent();
        return new Proposal(draft.text(), draft.level(), draft.practice()).gaps(known);
    }

    /** Out of review, to be changed once more. */
    @Transactional
    public void withdraw(String code, Who who) {
        Standing item = keeping.take(code, Act.WITHDRAW, who);
        move(code, "DRAFT", false);
        keeping.tell(code, Act.WITHDRAW, item.life().revision(), "", who);
    }

    private void move(String code, String state, boolean forget) {
        sql.update(
                "UPDATE item_draft SET state = ?, version = version + 1, changed_at = ?"
                        + (forget ? ", returned_by = NULL, returned_reason = NULL" : "") + " WHERE item = ?",
                state,
                keeping.now(),
                code);
    }

    /** The draft is gone; an approved item stays as it was approved, one that never was keeps its code and its history only. */
    @Transactional
    public void discard(String code, int seen, Who who) {
        Standing item = keeping.take(code, Act.DISCARD, who);
        Keeping.mustBe(item, seen);
        sql.update("DELETE FROM item_draft WHERE item = ?", code);
        keeping.tell(code, Act.DISCARD, item.life().revision(), "", who);
    }
}
