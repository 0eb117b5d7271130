package org.chizheng.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.Drafts.Standing;
import org.chizheng.bank.rule.ItemLife.Act;
import org.chizheng.bank.rule.ItemLife.Who;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** What a reviewer decides of an item as a whole, whatever its text. The bank's files rule it no longer from then on. */
@ApplicationScoped
public class Retiring {
    private final Sql sql;
    private final Keeping keeping;

    Retiring(Sql sql, Keeping keeping) {
        this.sql = sql;
        this.keeping = keeping;
    }

    /** No paper draws it from now on; frozen papers keep it, an open draft stays. */
    @Transactional
    public void retire(String code, String reason, Who who) {
        Standing item = keeping.take(code, Act.RETIRE, who);
        String told = Keeping.reason(reason);
        sql.update("UPDATE item SET retired = true, keeper = 'AUTHORS' WHERE code = ?", code);
        keeping.tell(code, Act.RETIRE, item.life().revision(), told, who);
    }

    /** In use again, as it was approved last. */
    @Transactional
    public void takeBack(String code, Who who) {
        Standing item = keeping.take(code, Act.TAKE_BACK, who);
        sql.update("UPDATE item SET retired = false, keeper = 'AUTHORS' WHERE code = ?", code);
        keeping.tell(code, Act.TAKE_BACK, item.life().revision(), "", who);
    }

    /** @param level NATIONAL or PROVINCIAL: who keeps the item */
    @Transactional
    public void setLevel(String code, String level, Who who) {
        if (!level.equals(Proposal.NATIONAL) && !level.equals(Proposal.PROVINCIAL)) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "level", "");
        }
        Standing item = keeping.take(code, Act.CLASSIFY, who);
        sql.update("UPDATE item SET level = ?, keeper = 'AUTHORS' WHERE code = ?", level, code);
        sql.update("UPDATE item_draft SET level = ?, version = version + 1 WHERE item = ?", level, code);
        keeping.tell(code, Act.CLASSIFY, item.life().revision(), level, who);
    }

    /**
     * Publishes an item for practice, or says of one that was not approved yet that it is not to be.
     *
     * @throws Refused PUBLISHED if it is approved and published: candidates know it, so no exam may use it again
     */
    @Transactional
    public void setPractice(String code, boolean practice, Who who) {
        Standing item = keeping.take(code, Act.CLASSIFY, who);
        if (!practice && item.practice() && item.life().revision() > 0) {
            throw new Refused(AuthoringRefusal.PUBLISHED);
        }
        sql.update("UPDATE item SET practice = ?, keeper = 'AUTHORS' WHERE code = ?", practice, code);
        sql.update("UPDATE item_draft SET practice = ?, version = version + 1 WHERE item = ?", practice, code);
        keeping.tell(code, Act.CLASSIFY, item.life().revision(), practice ? "PRACTICE" : "EXAM", who);
    }
}
