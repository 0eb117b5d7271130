package org.chizheng.certificate.credential;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a list of states is published for credentials. */
enum StatusForm {
    /** One bit each: ended or replaced, for good (W3C Bitstring Status List). */
    REVOCATION("vc+jwt"),
    /** One bit each: suspended for now (the same). */
    SUSPENSION("vc+jwt"),
    /** Two bits each, as in the list for gates, but as a JWT (IETF Token Status List). */
    TOKEN("statuslist+jwt");

    private final String type;

    StatusForm(String type) {
        this.type = type;
    }

    /** Header {@code typ}; the media type without {@code application/}. */
    String type() {
        return type;
    }

    /** As it stands in addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StatusForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }

    /** Where a list is published in this form. */
    String address(String publicUrl, int list) {
        return publicUrl + "/credentials/status/" + list + "/" + word();
    }
}
