package org.chizheng.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.authoring.Checking;
import org.chizheng.authoring.Drafting;
import org.chizheng.bank.ItemDraft;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Brings items in: first what would come, then, at the author's word, drafts of all of them or of those that are good. Nothing is ever half imported. */
@ApplicationScoped
public class Importing {
    private static final String RUN = """
            INSERT INTO import_run (id, subject, account, begun_at, file_name, sha256, format, state, items, refused, lost, changed, summary)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'DRY', ?, ?, ?, ?, ?)""";
    private static final String ITEM =
            "INSERT INTO import_item (run, ordinal, place, reference, outcome, draft, notes, findings) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private final Sql sql;
    private final ObjectMapper json;
    private final OfficialClock clock;
    private final ImportRuns runs;
    private final BankItems bank;
    private final Drafting drafting;
    private final Auditing auditing;

    Importing(
            Sql sql,
            ObjectMapper json,
            OfficialClock clock,
            ImportRuns runs,
            BankItems bank,
            Drafting drafting,
            Auditing auditing) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.runs = runs;
        this.bank = bank;
        this.drafting = drafting;
        this.auditing = auditing;
    }

    /** A file as it came. */
    record Upload(Format format, String name, byte[] bytes) {}

    /** Keeps what a dry run found. What the same account had open for the subject is dropped, so that no more than one file of each waits. */
    @Transactional
    UUID keep(String subject, Upload upload, List<Judged> judged, String account) {
        sql.list(
                        "SELECT id FROM import_run WHERE subject = ? AND account = ? AND state = 'DRY'",
                        row -> row.getObject(1, UUID.class),
                        subject,
                        account)
                .forEach(this::drop);
        UUID id = Ids.next();
        Map<String, Integer> outcomes = new HashMap<>();
        judged.forEach(item -> outcomes.merge(item.outcome(), 1, Integer::sum));
        sql.update(
                RUN,
                id,
                subject,
                account,
                clock.now(),
                upload.name(),
                Digests.file(upload.bytes()),
                upload.format().name(),
                judged.size(),
                outcomes.getOrDefault("REFUSED", 0),
                outcomes.getOrDefault("LOST", 0),
                outcomes.getOrDefault("CHANGED", 0),
                written(summary(judged)));
        sql.update("INSERT INTO import_file (run, bytes) VALUES (?, ?)", id, upload.bytes());
        List<Object[]> rows = new ArrayList<>();
        judged.forEach(item -> rows.add(row(id, rows.size() + 1, item)));
        sql.batch(ITEM, rows);
        return id;
    }

    private Object[] row(UUID run, int ordinal, Judged judged) {
        ExchangedItem item = judged.item();
        return new Object[] {
            run,
            ordinal,
            item.place().replace("\0", ""),
            item.reference().replace("\0", ""),
            judged.outcome(),
            written(item.draft()),
            written(item.notes()),
            written(judged.findings())
        };
    }

    private static ImportRun.Summary summary(List<Judged> judged) {
        Map<String, Integer> notes = new HashMap<>();
        Map<String, Integer> findings = new HashMap<>();
        for (Judged item : judged) {
            item.item().notes().stream()
                    .map(note -> note.kind() + " " + note.code())
                    .distinct()
                    .forEach(code -> notes.merge(code, 1, Integer::sum));
            item.findings().stream()
                    .map(Checking.Finding::check)
                    .distinct()
                    .forEach(check -> findings.merge(check, 1, Integer::sum));
        }
        return new ImportRun.Summary(notes, findings);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes the drafts.
     *
     * @param goodOnly leaves out what is refused; otherwise nothing may be
     * @param expected how many the author was told
     * @throws Refused ALREADY_ENDED when the run is over, SOME_REFUSED, CHANGED_MEANWHILE, or DUPLICATES_SINCE when the bank has got such items meanwhile
     */
    @Transactional
    public List<String> confirm(ImportRun run, String account, boolean goodOnly, int expected) {
        if (sql.update(
                        "UPDATE import_run SET state = 'DONE', ended_at = ? WHERE id = ? AND state = 'DRY'",
                        clock.now(),
                        run.id())
                == 0) {
            throw new Refused(ExchangeRefusal.ALREADY_ENDED);
        }
        if (run.refused() > 0 && !goodOnly) {
            throw new Refused(ExchangeRefusal.SOME_REFUSED, run.refused());
        }
        if (run.good() == 0) {
            throw new Refused(ExchangeRefusal.NOTHING_LEFT);
        }
        if (run.good() != expected) {
            throw new Refused(CommonRefusal.CHANGED_MEANWHILE);
        }
        List<ItemDraft> drafts = runs.all(run.id()).stream()
                .filter(item -> !item.outcome().equals("REFUSED"))
                .map(ImportRuns.Staged::draft)
                .toList();
        mustStillBeNew(run.subject(), drafts);
        List<String> codes = drafting.create(run.subject(), drafts, account);
        sql.update("UPDATE import_run SET codes = ? WHERE id = ?", codes.toArray(String[]::new), run.id());
        forget(run.id());
        auditing.note(
                "imported",
                "subject",
                run.subject(),
                codes.size() + " of " + run.items() + " items, " + run.format() + ", SHA-256 " + run.sha256());
        return codes;
    }

    private void mustStillBeNew(String subject, List<ItemDraft> drafts) {
        Set<String> known = bank.fingerprints(subject).keySet();
        long met = drafts.stream()
                .map(BankItems::fingerprint)
                .filter(known::contains)
                .count();
        if (met > 0) {
            throw new Refused(ExchangeRefusal.DUPLICATES_SINCE, met);
        }
    }

    /** Gives an open run up; one that has ended stays as it is. */
    @Transactional
    public void drop(UUID run) {
        if (sql.update(
                        "UPDATE import_run SET state = 'DROPPED', ended_at = ? WHERE id = ? AND state = 'DRY'",
                        clock.now(),
                        run)
                > 0) {
            forget(run);
        }
    }

    private void forget(UUID run) {
        sql.update("DELETE FROM import_item WHERE run = ?", run);
        sql.update("DELETE FROM import_file WHERE run = ?", run);
    }

    /** Gives up what nobody has confirmed for so long. @return how many */
    @Transactional
    public int dropOlderThan(Duration life) {
        List<UUID> old = sql.list(
                "SELECT id FROM import_run WHERE state = 'DRY' AND begun_at <= ?",
                row -> row.getObject(1, UUID.class),
                clock.now().minus(life));
        old.forEach(this::drop);
        return old.size();
    }
}
