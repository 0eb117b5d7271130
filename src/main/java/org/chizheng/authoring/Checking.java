package org.chizheng.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.authoring.Silences.Key;
import org.chizheng.authoring.Silences.Silence;
import org.chizheng.authoring.rule.CheckedItem;
import org.chizheng.bank.ItemDraft;

/** What the checks say of a draft before anybody reviews it. */
@ApplicationScoped
public class Checking {
    /** Duplicates told of one item, and near ones: who has more has another trouble, and a file of ten thousand alike must not fill the memory. */
    private static final int MOST = 20;

    private final CheckReports reports;
    private final CheckItems items;
    private final Silences silences;

    Checking(CheckReports reports, CheckItems items, Silences silences) {
        this.reports = reports;
        this.items = items;
        this.silences = silences;
    }

    /**
     * @param check name of the check, for the message authoring_check_NAME and authoring_check_NAME_why
     * @param detail what it found, in the item's own words (never a message); may be empty
     * @param silenced the reason that somebody gave for leaving it so; null when it stands
     */
    public record Finding(String check, String detail, String silenced) {}

    /**
     * One of many items that have no codes yet.
     *
     * @param place where it stands, as a person finds it again; no code of an item
     */
    public record Placed(String place, ItemDraft draft) {}

    /** Held against the items in use and the open drafts of its subject. @param code of the item */
    public List<Finding> of(String subject, String code, ItemDraft draft) {
        CheckReport report = reports.of(subject);
        CheckedItem checked = checked(code, draft);
        List<CheckedItem> drafts =
                items.drafts(subject, code, report.neighbours().probes(checked));
        List<CheckEntry> entries = entries(report, new Neighbours(drafts), checked);
        return findings(entries, entries.isEmpty() ? Map.of() : silences.of(subject));
    }

    /** Held against the same state of the bank, its open drafts, and each other. @return in their order */
    public List<List<Finding>> of(String subject, List<Placed> placed) {
        CheckReport report = reports.of(subject);
        List<CheckedItem> checked =
                placed.stream().map(each -> checked(each.place(), each.draft())).toList();
        Neighbours beside = new Neighbours(
                Stream.concat(items.drafts(subject).stream(), checked.stream()).toList());
        return checked.stream()
                .map(item -> findings(entries(report, beside, item), Map.of()))
                .toList();
    }

    /** An item in use and the draft on top of it are told once, as the item that is in use. */
    private static List<CheckEntry> entries(CheckReport report, Neighbours beside, CheckedItem item) {
        Map<String, CheckEntry> pairs = new LinkedHashMap<>();
        Stream.concat(report.neighbours().of(item, MOST).stream(), beside.of(item, MOST).stream())
                .forEach(entry -> pairs.putIfAbsent(
                        entry.found().check() + " " + entry.found().other(), entry));
        return Stream.concat(pairs.values().stream(), report.alone(item).stream())
                .toList();
    }

    private static CheckedItem checked(String item, ItemDraft draft) {
        return CheckItems.item(
                item,
                draft.chapter(),
                draft.type(),
                draft.stem(),
                draft.options(),
                draft.source(),
                draft.figure() == null ? null : draft.figure().digest(),
                draft.figureAlt());
    }

    private static List<Finding> findings(List<CheckEntry> entries, Map<Key, List<Silence>> silenced) {
        return entries.stream()
                .map(entry -> new Finding(
                        entry.found().check().name(), entry.found().detail(), reason(silenced.get(entry.key()))))
                .toList();
    }

    private static String reason(List<Silence> acts) {
        return acts == null || !acts.get(0).silenced() ? null : acts.get(0).reason();
    }
}
