package org.chizheng.exchange;

import java.util.List;

import org.chizheng.authoring.Checking;

/** One item of a dry run and what the checks say of it. */
record Judged(ExchangedItem item, List<Checking.Finding> findings) {
    Judged {
        findings = List.copyOf(findings);
    }

    /** The gravest of what is noted; OK without a note. */
    String outcome() {
        for (Note.Kind kind : List.of(Note.Kind.REFUSED, Note.Kind.LOST, Note.Kind.CHANGED)) {
            if (item.notes().stream().anyMatch(note -> note.kind() == kind)) {
                return kind.name();
            }
        }
        return "OK";
    }
}
