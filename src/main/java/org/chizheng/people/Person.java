package org.chizheng.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.chizheng.common.Ids;
import org.chizheng.common.Sealer;
import org.chizheng.people.rule.IdDocument;
import org.chizheng.people.rule.IdType;

/** One human being, found by document type and number. Candidate and employee are roles of it. The number is sealed; a blind index finds it. */
@Entity
public class Person {
    static final String NUMBER = "person.id-number";
    private static final String PHONE = "person.phone";
    private static final String PHOTO = "person.photo";

    @Id
    private UUID id;

    @Column(name = "id_type")
    private String idType;

    @Column(name = "id_number_index")
    private byte[] idNumberIndex;

    @Column(name = "id_number_sealed")
    private byte[] idNumberSealed;

    private String name;
    private String sex;

    @Column(name = "birth_date")
    private LocalDate birthDate;

    @Column(name = "phone_sealed")
    private byte[] phoneSealed;

    @Column(name = "phone_vouched")
    private boolean phoneVouched;

    @Column(name = "photo_sealed")
    private byte[] photoSealed;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    protected Person() {}

    /** @param told with birth and sex */
    Person(IdForm.Told told, String name, Sealer sealer, Instant now) {
        IdDocument document = told.document();
        id = Ids.next();
        idType = document.type().name();
        idNumberIndex = indexOf(document, sealer);
        idNumberSealed = sealer.seal(document.number(), NUMBER, id);
        this.name = name;
        sex = told.male() ? "MALE" : "FEMALE";
        birthDate = told.birthDate();
        createdAt = now;
    }

    /** Of type and number together, so that equal numbers of two types do not meet. */
    static byte[] indexOf(IdDocument document, Sealer sealer) {
        return sealer.index(document.type() + ":" + document.number(), NUMBER);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Empty for persons who were made up for a rehearsal. */
    public Optional<IdType> idType() {
        return Arrays.stream(IdType.values())
                .filter(type -> type.name().equals(idType))
                .findFirst();
    }

    public boolean isMale() {
        return "MALE".equals(sex);
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    /** The number in clear, for printing and for sign-in only; never for a log or an address. */
    public String idNumber(Sealer sealer) {
        return sealer.openText(idNumberSealed, NUMBER, id);
    }

    /** @param newName tidy and printable; @return the name until now */
    String rename(String newName) {
        String former = name;
        name = newName;
        return former;
    }

    /** @param vouched whether it was written down by somebody who knows whose it is; any other number does not take the place of such a one */
    void keepPhone(String phone, boolean vouched, Sealer sealer) {
        if (vouched || !phoneVouched) {
            phoneSealed = sealer.seal(phone, PHONE, id);
            phoneVouched = vouched;
        }
    }

    /** @return the number in clear where somebody who knows whose it is wrote it down */
    public Optional<String> vouchedPhone(Sealer sealer) {
        return phoneVouched ? Optional.ofNullable(phone(sealer)) : Optional.empty();
    }

    /** @return the number in clear, or null */
    public String phone(Sealer sealer) {
        return phoneSealed == null ? null : sealer.openText(phoneSealed, PHONE, id);
    }

    /** @param portrait as {@link Portrait} makes it */
    void keepPhoto(byte[] portrait, Sealer sealer) {
        photoSealed = sealer.seal(portrait, PHOTO, id);
    }

    /** @return a JPEG of 413 × 531 pixels, or null */
    public byte[] photo(Sealer sealer) {
        return photoSealed == null ? null : sealer.open(photoSealed, PHOTO, id);
    }
}
