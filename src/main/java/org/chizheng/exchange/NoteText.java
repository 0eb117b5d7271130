package org.chizheng.exchange;

import java.util.List;

import org.chizheng.common.Messages;

/** What a code says in a language: a text that has a place for the detail gets it there, any other one gets it at its end. */
public final class NoteText {
    private NoteText() {}

    static String of(String lang, Note note) {
        return of(lang, "exchange_note_" + note.code(), note.detail());
    }

    /** Of many such notes at once, each with a detail of its own. */
    static String ofMany(String lang, String code) {
        String key = "exchange_note_" + code;
        return of(lang, key, Messages.get(lang, key).contains("{0}") ? "…" : "");
    }

    public static String of(String lang, UnreadableFile file) {
        return of(lang, "exchange_file_" + file.code(), file.detail());
    }

    static String of(String lang, String key, String detail) {
        String text = Messages.get(lang, key);
        if (text.contains("{0}")) {
            return Messages.get(lang, key, List.of(detail));
        }
        return detail.isEmpty() ? text : text + ("en".equals(lang) ? " (" + detail + ")" : "（" + detail + "）");
    }
}
