package org.chizheng.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

import org.chizheng.common.Refused;
import org.chizheng.people.rule.IdDocument;
import org.chizheng.people.rule.IdType;

/**
 * A document as it is typed into a form.
 *
 * @param type name of an {@link IdType}; blank where the number tells it, see {@link IdDocument#of(String)}
 * @param birth day of birth as 2000-12-31, sex MALE or FEMALE: needed of somebody new whose number does not tell them, else they may be blank
 */
public record IdForm(String type, String number, String birth, String sex) {
    /** What can be registered. birthDate and male are null where neither number nor form tells them. */
    public record Told(IdDocument document, LocalDate birthDate, Boolean male) {
        /** @throws Refused BIRTH_NEEDED, SEX_NEEDED: somebody new is not registered without them */
        public Told mustBeWhole() {
            if (birthDate == null) {
                throw new Refused(PeopleRefusal.BIRTH_NEEDED);
            }
            if (male == null) {
                throw new Refused(PeopleRefusal.SEX_NEEDED);
            }
            return this;
        }
    }

    public static IdForm of(String number) {
        return new IdForm("", number, "", "");
    }

    /** @throws Refused ID_TYPE_UNKNOWN, ID_NUMBER_FORM, ID_NUMBER_DATE, ID_NUMBER_CHECK, ID_NUMBER_TYPE, ID_NUMBER_PASSPORT */
    public IdDocument document() {
        String said = number == null ? "" : number;
        try {
            return type == null || type.isBlank() ? IdDocument.of(said) : IdDocument.of(named(type.strip()), said);
        } catch (IllegalArgumentException e) {
            throw new Refused(PeopleRefusal.valueOf("ID_NUMBER_" + e.getMessage()));
        }
    }

    private static IdType named(String name) {
        return Arrays.stream(IdType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(PeopleRefusal.ID_TYPE_UNKNOWN));
    }

    /** What the number says goes before what the form says. */
    public Told told(LocalDate today) {
        IdDocument document = document();
        return new Told(
                document,
                document.birthDate() == null ? birthDate(today) : document.birthDate(),
                document.male() == null ? male() : document.male());
    }

    private LocalDate birthDate(LocalDate today) {
        if (birth == null || birth.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(birth.strip());
            if (day.isBefore(today) && day.isAfter(today.minusYears(120))) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new Refused(PeopleRefusal.BIRTH_NEEDED);
        }
        throw new Refused(PeopleRefusal.BIRTH_NEEDED);
    }

    private Boolean male() {
        return switch (sex == null ? "" : sex.strip()) {
            case "MALE" -> true;
            case "FEMALE" -> false;
            default -> null;
        };
    }
}
