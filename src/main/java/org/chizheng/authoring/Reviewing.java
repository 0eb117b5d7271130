package org.chizheng.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.DraftView;
import org.chizheng.bank.Drafts;
import org.chizheng.bank.Drafts.Standing;
import org.chizheng.bank.rule.ItemLife.Act;
import org.chizheng.bank.rule.ItemLife.Who;
import org.chizheng.common.Ids;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** What a reviewer does with a draft of others: give it back, or approve it. */
@ApplicationScoped
public class Reviewing {
    private static final String REVISION = """
            INSERT INTO item_revision (id, item, number, type, chapter, difficulty, stem, options, explanation, source, figure, figure_alt, digest, author, editors,
                approved_by, created_at)
            SELECT ?, item, ?, type, chapter, difficulty, stem, options, explanation, source, figure, figure_alt, ?, author, editors, ?, ? FROM item_draft WHERE item = ?""";
    private static final String ITEM = """
            UPDATE item i SET level = d.level, practice = i.practice OR d.practice, keeper = 'AUTHORS' FROM item_draft d WHERE i.code = ? AND d.item = i.code""";
    private final Sql sql;
    private final Drafts drafts;
    private final Keeping keeping;

    Reviewing(Sql sql, Drafts drafts, Keeping keeping) {
        this.sql = sql;
        this.drafts = drafts;
        this.keeping = keeping;
    }

    /**
     * Makes the draft the item's newest revision, which never changes again and is what papers draw from then on. Papers that are frozen keep the older one.
     *
     * @param seen version of the draft that was read
     * @return number of the revision
     * @throws Refused OWN_WORDS if any word of it is the reviewer's own, DRAFT_CHANGED, BASE_CHANGED if another revision was approved since it was written
     */
    @Transactional
    public int approve(String code, int seen, Who who) {
        Standing item = keeping.take(code, Act.APPROVE, who);
        Keeping.mustBe(item, seen);
        DraftView draft = drafts.find(code).orElseThrow();
        if (draft.base() != item.life().revision()) {
            throw new Refused(AuthoringRefusal.BASE_CHANGED);
        }
        int number = item.life().revision() + 1;
        sql.update(REVISION, Ids.next(), number, Proposal.digest(draft.text()), who.name(), keeping.now(), code);
        sql.update(ITEM, code);
        sql.update("DELETE FROM item_draft WHERE item = ?", code);
        keeping.tell(code, Act.APPROVE, number, "", who);
        return number;
    }

    /** @throws Refused DRAFT_CHANGED, REASON_MISSING */
    @Transactional
    public void giveBack(String code, int seen, String reason, Who who) {
        Standing item = keeping.take(code, Act.RETURN, who);
        Keeping.mustBe(item, seen);
        String told = Keeping.reason(reason);
        sql.update(
                "UPDATE item_draft SET state = 'DRAFT', version = version + 1, returned_by = ?, returned_reason = ?, changed_at = ? WHERE item = ?",
                who.name(),
                told,
                keeping.now(),
                code);
        keeping.tell(code, Act.RETURN, item.life().revision(), told, who);
    }
}
