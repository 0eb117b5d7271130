package org.chizheng.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.authoring.Checking;
import org.chizheng.authoring.Proposal;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.rule.ItemLife.Who;
import org.chizheng.exchange.rule.ChapterName;

/** Says what an import would do, and writes nothing: reads the file, finds chapters, looks for items that are there already, and asks the checks. */
@ApplicationScoped
class DryRun {
    /** In one import, since all of them are drafted by one act. */
    private static final int MOST_ITEMS = 10_000;

    private final BankItems bank;
    private final Checking checking;

    DryRun(BankItems bank, Checking checking) {
        this.bank = bank;
        this.checking = checking;
    }

    /**
     * @param who brings the file
     * @throws UnreadableFile if the file is refused as a whole
     */
    List<Judged> of(SubjectView subject, Format format, Path file, Who who) throws UnreadableFile {
        List<ExchangedItem> items = format.reader().read(file);
        if (items.isEmpty()) {
            throw new UnreadableFile("no_items", "");
        }
        if (items.size() > MOST_ITEMS) {
            throw new UnreadableFile("too_many_items", String.valueOf(MOST_ITEMS));
        }
        Map<String, String> known = bank.fingerprints(subject.code());
        Set<String> codes =
                bank.known(items.stream().map(ExchangedItem::reference).collect(Collectors.toSet()));
        Map<String, String> earlier = new HashMap<>();
        List<ExchangedItem> fitted = new ArrayList<>();
        for (ExchangedItem item : items) {
            List<Note> notes = new ArrayList<>(item.notes());
            ItemDraft draft = inChapter(item.draft(), subject, notes);
            if (!item.refused()) {
                mustBeNew(item, draft, known, codes, earlier, notes);
            }
            String level = level(item.level(), who, notes);
            fitted.add(new ExchangedItem(item.place(), item.reference(), level, draft, notes));
        }
        return checked(subject, fitted);
    }

    private List<Judged> checked(SubjectView subject, List<ExchangedItem> items) {
        Iterator<List<Checking.Finding>> findings = checking.of(
                        subject.code(),
                        items.stream()
                                .filter(item -> !item.refused())
                                .map(item -> new Checking.Placed(item.place(), item.draft()))
                                .toList())
                .iterator();
        return items.stream()
                .map(item -> new Judged(item, item.refused() ? List.of() : findings.next()))
                .toList();
    }

    /** That of the province where the file says nothing, and where whoever brings it may not propose items of the nation's bank. */
    private static String level(String said, Who who, List<Note> notes) {
        if (said.isEmpty() || who.mayPropose(said)) {
            return said.isEmpty() ? Proposal.PROVINCIAL : said;
        }
        notes.add(Note.lost("level_lowered", ""));
        return Proposal.PROVINCIAL;
    }

    private static void mustBeNew(
            ExchangedItem item,
            ItemDraft draft,
            Map<String, String> known,
            Set<String> codes,
            Map<String, String> earlier,
            List<Note> notes) {
        String fingerprint = BankItems.fingerprint(draft);
        String before = earlier.putIfAbsent(fingerprint, item.place());
        if (known.containsKey(fingerprint)) {
            notes.add(Note.refused("duplicate_bank", known.get(fingerprint)));
        } else if (before != null) {
            notes.add(Note.refused("duplicate_file", before));
        } else if (codes.contains(item.reference())) {
            notes.add(Note.refused("code_known", item.reference()));
        }
    }

    private static ItemDraft inChapter(ItemDraft draft, SubjectView subject, List<Note> notes) {
        Map<String, List<String>> names = new HashMap<>();
        subject.chapters().forEach(c -> names.put(c.code(), List.of(c.code(), c.zh(), c.en())));
        String code = draft.chapter().isBlank()
                ? ""
                : ChapterName.find(draft.chapter(), names).orElse("");
        if (code.isEmpty()) {
            notes.add(
                    draft.chapter().isBlank()
                            ? Note.changed("chapter_missing", "")
                            : Note.lost("chapter_unknown", draft.chapter()));
        }
        return new ItemDraft(
                draft.type(),
                code,
                draft.difficulty(),
                draft.stem(),
                draft.options(),
                draft.explanation(),
                draft.source(),
                draft.figure(),
                draft.figureAlt());
    }
}
