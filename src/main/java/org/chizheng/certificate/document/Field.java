package org.chizheng.certificate.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

import org.chizheng.certificate.CertificateFace;

/** A fact that is printed with a label. */
enum Field {
    NAME(face -> value(face.name())),
    SEX(face -> face.male() ? new Value("男", "Male") : new Value("女", "Female")),
    ID_NUMBER(face -> value(face.idNumber())),
    NUMBER(face -> value(face.number())),
    CATEGORY(face -> new Value(face.categoryZh(), face.categoryEn())),
    ITEM(face -> new Value(face.itemZh(), face.itemEn())),
    EMPLOYER(face -> value(face.employer())),
    FIRST_ISSUED(face -> date(face.firstIssuedOn())),
    VALID(face ->
            new Value(day(face.validFrom()) + " 至 " + day(face.validTo()), face.validFrom() + " – " + face.validTo())),
    REVIEW_DUE(face -> date(face.reviewDue())),
    FILE_NUMBER(face -> value(face.fileNumber()));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年MM月dd日");
    private final Function<CertificateFace, Value> read;

    Field(Function<CertificateFace, Value> read) {
        this.read = read;
    }

    /** A value in Chinese, or as it is, and in English where that says more; both null where there is none. */
    record Value(String zh, String en) {
        boolean isThere() {
            return zh != null && !zh.isBlank();
        }
    }

    Value of(CertificateFace face) {
        return read.apply(face);
    }

    /** A date as the certificate writes it. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static Value value(String text) {
        return new Value(text, null);
    }

    private static Value date(LocalDate day) {
        return day == null ? value(null) : new Value(day(day), day.toString());
    }
}
