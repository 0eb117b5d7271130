package org.chizheng.application;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.chizheng.application.rule.Education;
import org.chizheng.application.rule.Kind;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.jboss.resteasy.reactive.RestForm;

/** The form of an application as it comes: all text, so that what is wrong is told by the name of its field. */
public class ApplyForm {
    private static final int LONGEST = 100;

    @RestForm
    String qualification;

    @RestForm
    String kind;

    @RestForm
    String region;

    @RestForm
    String education;

    @RestForm
    String occupation;

    @RestForm
    String phone;

    @RestForm
    String address;

    /** NONE when the declaration says that there is no illness, SOME with the codes beside it; blank when nothing was declared. */
    @RestForm
    String health;

    @RestForm
    List<String> illness;

    @RestForm
    String hours;

    @RestForm
    String from;

    @RestForm
    String until;

    @RestForm
    String provider;

    @RestForm
    String undertaken;

    /** A form that is filled in by another hand than its page's; fields by the names of the page, without illnesses. */
    public static ApplyForm of(Map<String, String> fields) {
        ApplyForm form = new ApplyForm();
        form.qualification = fields.get("qualification");
        form.kind = fields.getOrDefault("kind", Kind.INITIAL.name());
        form.region = fields.get("region");
        form.education = fields.get("education");
        form.occupation = fields.get("occupation");
        form.phone = fields.get("phone");
        form.address = fields.get("address");
        form.health = fields.get("health");
        form.hours = fields.get("hours");
        form.from = fields.get("from");
        form.until = fields.get("until");
        form.provider = fields.get("provider");
        form.undertaken = fields.get("undertaken");
        return form;
    }

    /** What was typed into a field, for the form that is shown again. */
    public String typed(String field) {
        String typed = switch (field) {
            case "qualification" -> qualification;
            case "kind" -> kind;
            case "region" -> region;
            case "education" -> education;
            case "occupation" -> occupation;
            case "phone" -> phone;
            case "address" -> address;
            case "health" -> health;
            case "hours" -> hours;
            case "from" -> from;
            case "until" -> until;
            case "provider" -> provider;
            default -> throw new IllegalArgumentException(field);
        };
        return typed == null ? "" : typed;
    }

    public boolean chose(String illnessCode) {
        return illness != null && illness.contains(illnessCode);
    }

    String qualification() {
        return tidy(qualification, "qualification");
    }

    String region() {
        return tidy(region, "region");
    }

    String occupation() {
        return tidy(occupation, "occupation");
    }

    String phone() {
        return tidy(phone, "phone");
    }

    String address() {
        return tidy(address, "address");
    }

    String provider() {
        return tidy(provider, "provider");
    }

    boolean isUndertaken() {
        return undertaken != null;
    }

    Kind kind() {
        return named(Kind.values(), tidy(kind, "kind"), "kind");
    }

    Education education() {
        return named(Education.values(), tidy(education, "education"), "education");
    }

    /** Training that is declared; null for none. */
    record Training(int hours, LocalDate from, LocalDate until) {}

    /** @throws Refused TRAINING_INCOMPLETE unless all three are given or none */
    Training training(LocalDate today) {
        String some = tidy(hours, "hours") + tidy(from, "from") + tidy(until, "until");
        if (some.isEmpty()) {
            return null;
        }
        try {
            Training training = new Training(
                    Integer.parseInt(tidy(hours, "hours")),
                    LocalDate.parse(tidy(from, "from")),
                    LocalDate.parse(tidy(until, "until")));
            if (training.hours() >= 1
                    && training.hours() <= 2000
                    && !training.until().isBefore(training.from())
                    && !training.until().isAfter(today)) {
                return training;
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw new Refused(ApplicationRefusal.TRAINING_INCOMPLETE);
        }
        throw new Refused(ApplicationRefusal.TRAINING_INCOMPLETE);
    }

    /** Codes of declared illnesses; null when nothing was declared. */
    List<String> declared() {
        return switch (health == null ? "" : health) {
            case "NONE" -> List.of();
            case "SOME" -> illness == null || illness.isEmpty() ? null : List.copyOf(illness);
            default -> null;
        };
    }

    Asked asked(LocalDate today) {
        Training training = training(today);
        return new Asked(qualification(), kind(), education(), training == null ? 0 : training.hours(), declared());
    }

    private static <E extends Enum<E>> E named(E[] values, String name, String field) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.FIELD_INVALID, field, ""));
    }

    private static String tidy(String text, String field) {
        String tidy = text == null ? "" : text.strip();
        if (tidy.length() > LONGEST) {
            throw new Refused(ApplicationRefusal.TOO_LONG, field, LONGEST);
        }
        return tidy;
    }
}
