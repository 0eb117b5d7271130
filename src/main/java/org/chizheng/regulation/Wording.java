package org.chizheng.regulation;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.chizheng.common.Messages;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.TheoryPlan;

/** The values of terms in a reader's words; a word that has no text yet, such as one of a later policy, is shown as the data has it. */
public record Wording(Map<String, String> words, String lang) {
    private static final String PREFIX = "regulation_value_";

    public static Wording in(String lang) {
        return new Wording(Messages.startingWith(lang, PREFIX), lang);
    }

    public String value(TermView term) {
        if (term.term().equals(PolicyTerm.THEORY_PLAN.name())) {
            return plan(TheoryPlan.parse(term.value()));
        }
        return Arrays.stream(term.value().split(","))
                .map(word -> word(term.term(), word))
                .collect(Collectors.joining(separator()));
    }

    private String word(String term, String word) {
        return words.getOrDefault(PREFIX + term + "_" + word, words.getOrDefault(PREFIX + word, word));
    }

    private String plan(TheoryPlan plan) {
        return plan.parts().entrySet().stream()
                .map(part -> words.getOrDefault(PREFIX + part.getKey(), part.getKey()) + " "
                        + part.getValue().items() + " × " + part.getValue().points())
                .collect(Collectors.joining(separator()));
    }

    private String separator() {
        return "en".equals(lang) ? ", " : "、";
    }
}
