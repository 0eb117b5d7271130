package org.chizheng.regulation;

import java.time.LocalDate;
import java.util.List;

/** One version of the law for one post category, or for one qualification of it. until is exclusive, null while in force. */
public record PolicyView(
        String id,
        String zh,
        String en,
        String postCategory,
        String postZh,
        String postEn,
        String documentZh,
        String documentEn,
        String qualification,
        LocalDate from,
        LocalDate until,
        List<TermView> terms) {
    public PolicyView {
        terms = List.copyOf(terms);
    }

    public boolean inForceOn(LocalDate date) {
        return !date.isBefore(from) && (until == null || date.isBefore(until));
    }

    /** Terms that are not confirmed. */
    public long provisional() {
        return terms.stream().filter(TermView::provisional).count();
    }
}
