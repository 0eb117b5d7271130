package org.chizheng.exchange;

import java.util.List;

import org.chizheng.bank.ItemDraft;

/**
 * One item of a file.
 *
 * @param place where it stands, as a person finds it again: a row, a line, a number or a file's name in a package
 * @param reference what the file calls it (an identifier or a code of ours); empty when it has no name
 * @param level NATIONAL or PROVINCIAL; empty when the file does not say it
 * @param draft what could be read of it; never null, also when it is refused
 */
public record ExchangedItem(String place, String reference, String level, ItemDraft draft, List<Note> notes) {
    public ExchangedItem {
        notes = List.copyOf(notes);
    }

    /** One whose file says nothing of a level. */
    public ExchangedItem(String place, String reference, ItemDraft draft, List<Note> notes) {
        this(place, reference, "", draft, notes);
    }

    public ExchangedItem with(List<Note> others) {
        return new ExchangedItem(place, reference, level, draft, others);
    }

    public boolean refused() {
        return notes.stream().anyMatch(note -> note.kind() == Note.Kind.REFUSED);
    }
}
