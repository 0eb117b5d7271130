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
    private final Accounts accounts;
    private final Sealer sealer;
    private final Auditing auditing;

    public Identifying(Persons persons, Accounts accounts, Sealer sealer, Auditing auditing) {
        this.persons = persons;
        this.accounts = accounts;
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

    /**
     * Where messages go. Somebody's word for it, such as an enterprise's: it does not take the place of a number that is vouched for, and no code for an account goes there.
     *
     * @param phone null or blank keeps what is known
     * @throws Refused PHONE_INVALID if it is no telephone number
     */
    @Transactional
    public void keepPhone(UUID person, String phone) {
        keep(person, phone, false);
    }

    /** What the person's own account says: it vouches for the number once its holder has proved to be the person. */
    @Transactional
    public void keepOwnPhone(UUID person, String phone) {
        keep(person, phone, accounts.isProven(person));
    }

    /** Written down by staff with the person before them: whoever has this telephone may open the person's account. */
    @Transactional
    public void keepVouchedPhone(UUID person, String phone) {
        keep(person, phone, true);
    }

    private void keep(UUID person, String phone, boolean vouched) {
        if (phone == null || phone.isBlank()) {
            return;
        }
        String tidy = Phone.tidy(phone).orElseThrow(() -> new Refused(PeopleRefusal.PHONE_INVALID));
        find(person).keepPhone(tidy, vouched, sealer);
        auditing.note("kept phone", "person", person, vouched ? "vouched" : "");
    }

    private Person find(UUID person) {
        return persons.findByIdOptional(person).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
