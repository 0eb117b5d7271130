package org.chizheng.exchange;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.authoring.Drafting;
import org.chizheng.authoring.Proposal;
import org.chizheng.bank.rule.ItemLife.Who;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Brings items in at the author's word: drafts of all that a dry run found, or of those that are good. Nothing is ever half imported. */
@ApplicationScoped
public class Importing {
    private static final String CODES = """
            UPDATE import_item i SET code = n.code FROM unnest(?::int[], ?::text[]) AS n (ordinal, code) WHERE i.run = ? AND i.ordinal = n.ordinal""";
    private final Sql sql;
    private final OfficialClock clock;
    private final ImportRuns runs;
    private final BankItems bank;
    private final Drafting drafting;
    private final Auditing auditing;

    Importing(Sql sql, OfficialClock clock, ImportRuns runs, BankItems bank, Drafting drafting, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.runs = runs;
        this.bank = bank;
        this.drafting = drafting;
        this.auditing = auditing;
    }

    /**
     * Makes the drafts.
     *
     * @param goodOnly leaves out what is refused; otherwise nothing may be
     * @param expected how many the author was told
     * @return their codes, in the file's order
     * @throws Refused ALREADY_ENDED when the run is over, SOME_REFUSED, CHANGED_MEANWHILE, LEVEL_NOT_YOURS when the account has lost the right to propose them, or
     *     DUPLICATES_SINCE when the bank has got such items meanwhile
     */
    @Transactional
    public List<String> confirm(ImportRun run, Who who, boolean goodOnly, int expected) {
        end(run);
        mustBeAsTold(run, goodOnly, expected);
        List<ImportRuns.Staged> good = runs.all(run.id()).stream()
                .filter(item -> !item.outcome().equals("REFUSED"))
                .toList();
        if (!good.stream().allMatch(item -> who.mayPropose(item.level()))) {
            throw new Refused(ExchangeRefusal.LEVEL_NOT_YOURS);
        }
        mustStillBeNew(run.subject(), good);
        List<String> codes = drafting.begin(
                run.subject(),
                good.stream()
                        .map(item -> new Proposal(item.draft(), item.level(), false))
                        .toList(),
                who.name());
        keepCodes(run, good, codes);
        auditing.note(
                "imported",
                "subject",
                run.subject(),
                codes.size() + " of " + run.items() + " items, " + run.format() + ", SHA-256 " + run.sha256());
        return codes;
    }

    private void end(ImportRun run) {
        if (sql.update(
                        "UPDATE import_run SET state = 'DONE', ended_at = ? WHERE id = ? AND state = 'DRY'",
                        clock.now(),
                        run.id())
                == 0) {
            throw new Refused(ExchangeRefusal.ALREADY_ENDED);
        }
    }

    private static void mustBeAsTold(ImportRun run, boolean goodOnly, int expected) {
        if (run.refused() > 0 && !goodOnly) {
            throw new Refused(ExchangeRefusal.SOME_REFUSED, run.refused());
        }
        if (run.good() == 0) {
            throw new Refused(ExchangeRefusal.NOTHING_LEFT);
        }
        if (run.good() != expected) {
            throw new Refused(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    private void mustStillBeNew(String subject, List<ImportRuns.Staged> items) {
        Set<String> known = bank.fingerprints(subject).keySet();
        long met = items.stream()
                .map(item -> BankItems.fingerprint(item.draft()))
                .filter(known::contains)
                .count();
        if (met > 0) {
            throw new Refused(ExchangeRefusal.DUPLICATES_SINCE, met);
        }
    }

    /** What was said of each item stays with the run; its words and the file go. */
    private void keepCodes(ImportRun run, List<ImportRuns.Staged> items, List<String> codes) {
        Object[] ordinals = items.stream().map(ImportRuns.Staged::ordinal).toArray(Integer[]::new);
        sql.update(CODES, ordinals, codes.toArray(String[]::new), run.id());
        sql.update("UPDATE import_run SET made = ? WHERE id = ?", codes.size(), run.id());
        sql.update("UPDATE import_item SET draft = NULL WHERE run = ?", run.id());
        sql.update("DELETE FROM import_file WHERE run = ?", run.id());
    }
}
