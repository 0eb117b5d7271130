package org.chizheng.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.ItemDraft;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Begins items. */
@ApplicationScoped
public class Drafting {
    /** As many as one act may begin. */
    public static final int MOST = 10_000;

    /** The numbers up to this one are left to the bank's files. */
    private static final int LAST_OF_FILES = 500;

    private static final String NO_CHAPTER = "00";
    private static final String NUMBERS = """
            INSERT INTO item_number AS n (series, last)
            VALUES (?, ? + GREATEST(?, (SELECT COALESCE(max(substring(code FROM '-(\\d{1,6})$')::int), 0) FROM item WHERE starts_with(code, ?))))
            ON CONFLICT (series) DO UPDATE SET last = GREATEST(n.last, excluded.last - ?) + ? RETURNING last""";
    private final Sql sql;
    private final Keeping keeping;

    Drafting(Sql sql, Keeping keeping) {
        this.sql = sql;
        this.keeping = keeping;
    }

    /**
     * New items as drafts of their author, all or none; of the province's bank, not for practice.
     *
     * @param author the account, as {@link org.chizheng.people.CurrentUser#principal()} names it, or it could approve words of its own
     * @return their codes, in the same order: the subject's prefix, the chapter (00 when the subject has none of that code) and a number that was never given before
     * @throws Refused NOT_FOUND (subject), NO_PREFIX, TOO_MANY, FIELD_INVALID (type, difficulty), TOO_LONG, TOO_MANY_OPTIONS
     */
    @Transactional
    public List<String> create(String subject, List<ItemDraft> drafts, String author) {
        return begin(
                subject,
                drafts.stream()
                        .map(draft -> new Proposal(draft, Proposal.PROVINCIAL, false))
                        .toList(),
                author);
    }

    /** The same, each with its level and whether it is for practice. */
    @Transactional
    public List<String> begin(String subject, List<Proposal> proposals, String author) {
        if (proposals.size() > MOST) {
            throw new Refused(AuthoringRefusal.TOO_MANY, MOST);
        }
        String prefix = sql.first(
                        "SELECT COALESCE(prefix, '') FROM subject WHERE code = ?", row -> row.getString(1), subject)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (prefix.isEmpty()) {
            throw new Refused(AuthoringRefusal.NO_PREFIX);
        }
        List<Proposal> tidy = proposals.stream().map(Proposal::tidy).toList();
        List<String> codes = codes(subject, prefix, tidy);
        List<Keeping.Opened> opened = new ArrayList<>();
        List<Object[]> items = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            Proposal proposal = tidy.get(i);
            opened.add(new Keeping.Opened(codes.get(i), 0, proposal));
            items.add(new Object[] {codes.get(i), subject, proposal.level(), proposal.practice()});
        }
        sql.batch("INSERT INTO item (code, subject, level, practice, keeper) VALUES (?, ?, ?, ?, 'AUTHORS')", items);
        keeping.open(opened, author);
        keeping.tellBegun(opened, author);
        return codes;
    }

    private List<String> codes(String subject, String prefix, List<Proposal> proposals) {
        List<String> chapters =
                sql.list("SELECT code FROM chapter WHERE subject = ?", row -> row.getString(1), subject);
        List<String> series = proposals.stream()
                .map(proposal -> proposal.text().chapter())
                .map(chapter -> prefix + "-" + (chapters.contains(chapter) ? chapter : NO_CHAPTER))
                .toList();
        Map<String, Integer> next = new HashMap<>();
        // In one order everywhere, so that two who create at the same time wait for each other and never both.
        series.stream()
                .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.summingInt(each -> 1)))
                .forEach((each, count) -> next.put(each, last(each, count) - count + 1));
        return series.stream()
                .map(each -> "%s-%03d".formatted(each, next.merge(each, 1, Integer::sum) - 1))
                .toList();
    }

    private int last(String series, int count) {
        return sql.first(NUMBERS, row -> row.getInt(1), series, count, LAST_OF_FILES, series + "-", count, count)
                .orElseThrow();
    }
}
