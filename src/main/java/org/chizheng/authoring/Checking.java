package org.chizheng.authoring;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.authoring.Silences.Key;
import org.chizheng.authoring.Silences.Silence;
import org.chizheng.authoring.rule.CheckedItem;
import org.chizheng.bank.ItemDraft;

/** What the checks say of a draft before anybody reviews it. */
@ApplicationScoped
public class Checking {
    private final CheckReports reports;
    private final Silences silences;

    Checking(CheckReports reports, Silences silences) {
        this.reports = reports;
        this.silences = silences;
    }

    /**
     * @param check name of the check, for the message authoring_check_NAME and authoring_check_NAME_why
     * @param detail what it found, in the item's own words (never a message); may be empty
     * @param silenced the reason that somebody gave for leaving it so; null when it stands
     */
    public record Finding(String check, String detail, String silenced) {}

    /** @param item code of the item, null when it has none yet */
    public List<Finding> of(String subject, String item, ItemDraft draft) {
        List<CheckEntry> entries = reports.of(subject).of(checked(item, draft));
        Map<Key, List<Silence>> silenced = item == null || entries.isEmpty() ? Map.of() : silences.of(subject);
        return findings(entries, silenced);
    }

    /** The same for many items that have no codes yet, against the same state of the bank. @return in their order */
    public List<List<Finding>> of(String subject, List<ItemDraft> drafts) {
        CheckReport report = reports.of(subject);
        return drafts.stream()
                .map(draft -> findings(report.of(checked(null, draft)), Map.of()))
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
