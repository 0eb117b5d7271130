package org.chizheng.application;

import java.util.Arrays;
import java.util.List;

import org.chizheng.application.rule.Education;
import org.chizheng.application.rule.EligibilityRule;
import org.chizheng.application.rule.Objection;
import org.chizheng.common.Messages;

/** A rule that stands against an application, with the article it is written in, and in words what would cure it. */
public record ObjectionView(EligibilityRule rule, String article, List<String> words) {
    static ObjectionView of(Objection objection, String article) {
        return new ObjectionView(objection.rule(), article, objection.words());
    }

    public String name(String lang) {
        return Messages.get(lang, "application_rule_" + rule);
    }

    public String text(String lang) {
        return Messages.get(lang, "application_objection_" + rule, spoken(lang));
    }

    public String cure(String lang) {
        return Messages.get(lang, "application_cure_" + rule, spoken(lang));
    }

    private List<String> spoken(String lang) {
        return words.stream()
                .map(word -> isEducation(word) ? Messages.get(lang, "application_education_" + word) : word)
                .toList();
    }

    private static boolean isEducation(String word) {
        return Arrays.stream(Education.values())
                .anyMatch(education -> education.name().equals(word));
    }
}
