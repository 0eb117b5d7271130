package org.chizheng.message;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Messages;
import org.chizheng.message.rule.PersonalNumbers;
import org.chizheng.regulation.Qualifications;

/** The words of a message: message_TEMPLATE in the language files, its open places filled. The code of a qualification is told by its name. */
@ApplicationScoped
class Wording {
    private static final String PREFIX = "message_";
    private final Qualifications qualifications;

    Wording(Qualifications qualifications) {
        this.qualifications = qualifications;
    }

    String subject(String lang) {
        return Messages.get(lang, PREFIX + "subject", List.of());
    }

    /** What a message is called in a list; its code where it has no name. */
    String name(String template, String lang) {
        String key = PREFIX + "name_" + template;
        String name = Messages.get(lang, key);
        return name.equals("??" + key + "??") ? template : name;
    }

    /** @return empty if there are no words for the template, or a personal number would stand in them */
    Optional<String> words(String template, String lang, List<String> parameters) {
        List<String> told =
                parameters.stream().map(parameter -> told(parameter, lang)).toList();
        String key = PREFIX + template;
        String words = Messages.get(lang, key, told);
        return words.equals("??" + key + "??") || PersonalNumbers.standIn(words)
                ? Optional.empty()
                : Optional.of(words);
    }

    private String told(String parameter, String lang) {
        return qualifications
                .find(parameter)
                .map(known -> "en".equals(lang) ? known.en() : known.zh())
                .orElse(parameter);
    }
}
