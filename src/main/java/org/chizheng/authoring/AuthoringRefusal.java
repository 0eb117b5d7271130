package org.chizheng.authoring;

import org.chizheng.common.Reason;

/** Why an item is not written, reviewed or retired. The first nine are the faults of {@link org.chizheng.bank.rule.ItemLife}, the last twelve the gaps of a draft. */
public enum AuthoringRefusal implements Reason {
    NOT_YOUR_ROLE(403),
    NO_DRAFT(409),
    IN_REVIEW(409),
    NOT_IN_REVIEW(409),
    NEVER_APPROVED(409),
    RETIRED(409),
    NOT_RETIRED(409),
    OWN_WORDS(409),
    NOT_YOURS(409),
    DRAFT_CHANGED(409),
    BASE_CHANGED(409),
    UNCHANGED(409),
    PUBLISHED(409),
    REASON_MISSING(400),
    TOO_LONG(400),
    TOO_MANY_OPTIONS(400),
    TOO_MANY(400),
    NOTHING_TICKED(400),
    NO_PREFIX(409),
    STEM_MISSING(409),
    CHAPTER_MISSING(409),
    VERDICT_MISSING(409),
    OPTIONS_TOO_FEW(409),
    OPTION_EMPTY(409),
    OPTION_TWICE(409),
    ONE_RIGHT(409),
    TWO_RIGHT(409),
    NONE_WRONG(409),
    EXPLANATION_MISSING(409),
    SOURCE_MISSING(409),
    FIGURE_TEXT_MISSING(409);

    private final int status;

    AuthoringRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
