package org.chizheng.authoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Auditing;
import org.chizheng.bank.Drafts;
import org.chizheng.bank.Drafts.Standing;
import org.chizheng.bank.Figures;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.rule.ItemLife.Act;
import org.chizheng.bank.rule.ItemLife.Who;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What all acts on items have in common, within their transactions: take the item, check the act, write the draft, tell the history and the audit log. */
@ApplicationScoped
class Keeping {
    private static final String DRAFT = """
            INSERT INTO item_draft (item, version, state, base, author, editors, type, chapter, difficulty, stem, options, explanation, source, figure, figure_alt,
                level, practice, changed_by, changed_at)
            VALUES (?, 1, 'DRAFT', ?, ?, ARRAY[?]::text[], ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String EVENT =
            "INSERT INTO item_event (item, at, actor, act, revision, reason) VALUES (?, ?, ?, ?, ?, ?)";
    private final Sql sql;
    private final Drafts drafts;
    private final Figures figures;
    private final Auditing auditing;
    private final OfficialClock clock;
    private final ObjectMapper json;

    Keeping(Sql sql, Drafts drafts, Figures figures, Auditing auditing, OfficialClock clock, ObjectMapper json) {
        this.sql = sql;
        this.drafts = drafts;
        this.figures = figures;
        this.auditing = auditing;
        this.clock = clock;
        this.json = json;
    }

    /**
     * The item, so that nobody else acts on it until this transaction ends.
     *
     * @throws Refused NOT_FOUND, or the fault if the act is not open to this account now
     */
    Standing take(String code, Act act, Who who) {
        sql.first("SELECT 1 FROM item WHERE code = ? FOR UPDATE", row -> 1, code);
        Standing item = drafts.standing(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        item.life().refusal(act, who).ifPresent(fault -> {
            throw new Refused(AuthoringRefusal.valueOf(fault.name()));
        });
        return item;
    }

    /** @throws Refused DRAFT_CHANGED if the draft is not the one that was seen */
    static void mustBe(Standing item, int seen) {
        if (item.version() != seen) {
            throw new Refused(AuthoringRefusal.DRAFT_CHANGED);
        }
    }

    /** @throws Refused REASON_MISSING, TOO_LONG */
    static String reason(String reason) {
        String tidy = Proposal.tidy(reason);
        if (tidy.isEmpty()) {
            throw new Refused(AuthoringRefusal.REASON_MISSING);
        }
        if (tidy.length() > 400) {
            throw new Refused(AuthoringRefusal.TOO_LONG, 400);
        }
        return tidy;
    }

    Instant now() {
        return clock.now();
    }

    /** One draft and whose item it opens on. base: number of the newest revision. */
    record Opened(String code, int base, Proposal proposal) {}

    void open(List<Opened> opened, String author) {
        figures.keep(opened.stream()
                .map(each -> each.proposal().text().figure())
                .filter(java.util.Objects::nonNull)
                .toList());
        Instant now = now();
        List<Object[]> rows = new ArrayList<>();
        for (Opened each : opened) {
            List<Object> row = new ArrayList<>(List.of(each.code(), each.base(), author, author));
            row.addAll(words(each.proposal()));
            row.addAll(List.of(author, now));
            rows.add(row.toArray());
        }
        sql.batch(DRAFT, rows);
    }

    /** type, chapter, difficulty, stem, options, explanation, source, figure, figure_alt, level, practice */
    List<Object> words(Proposal proposal) {
        ItemDraft text = proposal.text();
        List<Object> words = new ArrayList<>();
        words.addAll(List.of(text.type(), text.chapter(), text.difficulty(), text.stem(), options(text)));
        words.addAll(List.of(text.explanation(), text.source()));
        words.add(text.figure() == null ? null : text.figure().digest());
        words.add(text.figureAlt());
        words.addAll(List.of(proposal.level(), proposal.practice()));
        return words;
    }

    void keepFigure(ItemDraft text) {
        if (text.figure() != null) {
            figures.keep(List.of(text.figure()));
        }
    }

    private String options(ItemDraft text) {
        try {
            return json.writeValueAsString(text.options());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the item's history and in the audit log, which does not get the words of the reason. */
    void tell(String code, Act act, int revision, String reason, Who who) {
        sql.update(EVENT, code, now(), who.name(), act.name(), revision, reason);
        auditing.note(act.name().toLowerCase(Locale.ROOT).replace('_', '-'), "item", code, "revision " + revision);
    }

    void tellBegun(List<Opened> begun, String author) {
        Instant now = now();
        sql.batch(
                EVENT,
                begun.stream()
                        .map(each -> new Object[] {each.code(), now, author, "CREATE", 0, ""})
                        .toList());
        auditing.noteAll(begun.stream()
                .map(each -> new Auditing.Note(author, "create", "item", each.code(), "revision 0"))
                .toList());
    }
}
