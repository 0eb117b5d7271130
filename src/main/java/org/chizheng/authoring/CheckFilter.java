package org.chizheng.authoring;

import java.util.Arrays;

import org.chizheng.authoring.rule.ItemCheck;

/**
 * Which findings to list, as the address says it; what it does not know is as if it were not there.
 *
 * @param check name of a check, empty for all
 * @param silenced whether the silenced ones are listed instead of those that stand
 * @param page from 1
 */
public record CheckFilter(String check, boolean silenced, int page) {
    static final int PAGE_SIZE = 20;

    static CheckFilter asked(String check, String state, String page) {
        boolean known =
                Arrays.stream(ItemCheck.values()).anyMatch(one -> one.name().equals(check));
        boolean counts = page != null && page.matches("\\d{1,5}");
        return new CheckFilter(
                known ? check : "", "silenced".equals(state), counts ? Math.max(1, Integer.parseInt(page)) : 1);
    }

    CheckFilter within(int pages) {
        return new CheckFilter(check, silenced, Math.min(page, pages));
    }

    public String state() {
        return silenced ? "silenced" : "";
    }

    /** Last part of the key of the text that says why the check matters. */
    public String why() {
        return check + "_why";
    }

    /** The query part of the address of another page of the same list. */
    public String on(int otherPage) {
        return "?page=" + otherPage + (check.isEmpty() ? "" : "&check=" + check) + (silenced ? "&state=silenced" : "");
    }
}
