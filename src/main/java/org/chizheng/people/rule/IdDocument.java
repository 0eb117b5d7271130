package org.chizheng.people.rule;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A document's type and number, checked.
 *
 * @param number as it is kept: capitals, no blanks
 * @param birthDate null where the number does not tell it
 * @param male null where the number does not tell it
 */
public record IdDocument(IdType type, String number, LocalDate birthDate, Boolean male) {
    private static final String RESIDENCE = "8[123]0000.*";
    private static final String OLD_CARD = "[A-Z]{3}\\d{12}";
    /** Free form, by the readable zone of ICAO 9303: capitals and digits; 20 leave room for numbers with a country before them. */
    private static final String PASSPORT = "[A-Z0-9]{5,20}";

    /**
     * A number without its type: a citizen's, a residence permit's or a permanent resident's, which differ by their form. A passport must be named as one.
     *
     * @throws IllegalArgumentException naming what is wrong: FORM, DATE or CHECK
     */
    public static IdDocument of(String text) {
        String number = tidy(text);
        return of(typeOf(number), number);
    }

    /** @throws IllegalArgumentException naming what is wrong: FORM, DATE, CHECK, or TYPE when the number is that of another type of document */
    public static IdDocument of(IdType type, String text) {
        String number = tidy(text);
        if (type == IdType.PASSPORT) {
            return passport(number);
        }
        boolean old = number.matches(OLD_CARD);
        if (type == IdType.PERMANENT_RESIDENCE && old) {
            return new IdDocument(type, number, null, null);
        }
        CitizenId parsed = CitizenId.parse(number);
        if (typeOf(number) != type) {
            throw new IllegalArgumentException("TYPE");
        }
        return new IdDocument(type, number, parsed.birthDate(), parsed.male());
    }

    /** Without an exception, for many at once. */
    public static Optional<IdDocument> read(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static IdDocument passport(String number) {
        if (!number.matches(PASSPORT)) {
            throw new IllegalArgumentException("PASSPORT");
        }
        return new IdDocument(IdType.PASSPORT, number, null, null);
    }

    private static IdType typeOf(String number) {
        if (number.matches(OLD_CARD) || number.startsWith("9")) {
            return IdType.PERMANENT_RESIDENCE;
        }
        return number.matches(RESIDENCE) ? IdType.RESIDENCE_PERMIT : IdType.CITIZEN_ID;
    }

    private static String tidy(String text) {
        return text.replaceAll("[\\s\\u3000]", "").toUpperCase(Locale.ROOT);
    }
}
