package org.chizheng.regulation;

import java.util.Locale;

import org.chizheng.regulation.rule.PolicyTerm;

/** One legal number or word of a policy as the data holds it, with its unit, how sure we are of it, and where it is written. */
public record TermView(String term, String value, String unit, String mark, String source) {
    /** Not confirmed against the text of the law: staff must see that. */
    public boolean provisional() {
        return mark.equals("UNCERTAIN");
    }

    /** The place of the term in the list of names. */
    int order() {
        return PolicyTerm.valueOf(term).ordinal();
    }

    /** The unit as the last word of a message key. */
    public String unitKey() {
        return unit.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
    }
}
