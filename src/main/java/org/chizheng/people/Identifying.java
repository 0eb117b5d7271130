package org.chizheng.people;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.people.rule.Phone;

/** Keeps what a person is recognised and reached by: photo and telephone, both under seal. */
@ApplicationScoped
public class Identifying {
    private final Persons persons;
    private final Sealer sealer;
    private final Auditing auditing;

    public Identifying(Persons persons, Sealer sealer, Auditing auditing) {
        this.persons = persons;
        this.sealer = sealer;
        this.auditing = auditing;
    }

    /** @throws Refused if it is not a usable JPEG or PNG */
    @Transactional
    public void keepPhoto(UUID person, byte[] uploaded) {
        byte[] portrait = Portrait.of(uploaded);
        find(person).keepPhoto(portrait, sealer);
        auditing.note("kept photo", "person", person, portrait.length + " bytes");
    }

    /** @param phone null or blank keeps what is known; @throws Refused PHONE_INVALID if it is no telephone number */
    @Transactional
    public void keepPhone(UUID person, String phone) {
        if (phone == null || phone.isBlank()) {
            return;
        }
        String tidy = Phone.tidy(phone).orElseThrow(() -> new Refused(PeopleRefusal.PHONE_INVALID));
        find(person).keepPhone(tidy, sealer);
        auditing.note("kept phone", "person", person, "");
    }

    private Person find(UUID person) {
        return persons.findByIdOptional(person).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
