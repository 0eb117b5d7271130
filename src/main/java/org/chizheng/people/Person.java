package org.chizheng.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.chizheng.common.Ids;
import org.chizheng.common.Sealer;
import org.chizheng.people.rule.CitizenId;

/** One human being, found by document type and number. Candidate and employee are roles of it. The number is sealed; a blind index finds it. */
@Entity
public class Person {
    static final String CITIZEN_ID = "CITIZEN_ID";
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

    Person(CitizenId citizen, String name, Sealer sealer, Instant now) {
        id = Ids.next();
        idType = CITIZEN_ID;
        idNumberIndex = indexOf(citizen.number(), sealer);
        idNumberSealed = sealer.seal(citizen.number(), NUMBER, id);
        this.name = name;
        sex = citizen.male() ? "MALE" : "FEMALE";
        birthDate = citizen.birthDate();
        createdAt = now;
    }

    static byte[] indexOf(String number, Sealer sealer) {
        return sealer.index(CITIZEN_ID + ":" + number, NUMBER);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
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
