package org.chizheng.bank;

import java.time.Instant;
import java.util.List;

/**
 * The open draft of an item, for those who write and review it.
 *
 * @param version counts its changes, from 1
 * @param state DRAFT or IN_REVIEW
 * @param base number of the newest revision when it was last saved, 0 when there was none
 * @param author account that began it, as its sign-in names it; editors: all whose words are in it
 * @param level NATIONAL or PROVINCIAL, and practice: what the approval makes of the item
 * @param returnedReason null unless a reviewer returned it since it was submitted last
 */
public record DraftView(
        String code,
        String subject,
        int version,
        String state,
        int base,
        String author,
        List<String> editors,
        ItemDraft text,
        String level,
        boolean practice,
        String returnedBy,
        String returnedReason,
        String changedBy,
        Instant changedAt) {
    public DraftView {
        editors = List.copyOf(editors);
    }
}
