package org.chizheng.people;

import org.chizheng.common.Reason;

/** Why a person cannot be registered or an account not used. */
public enum PeopleRefusal implements Reason {
    NAME_INVALID(400),
    NAME_DIFFERS(400),
    NAME_UNPRINTABLE(400),
    PHONE_INVALID(400),
    PHOTO_FORM(400),
    PHOTO_SIZE(400),
    ID_NUMBER_FORM(400),
    ID_NUMBER_DATE(400),
    ID_NUMBER_CHECK(400),
    ID_NUMBER_TYPE(400),
    ID_NUMBER_PASSPORT(400),
    ID_TYPE_UNKNOWN(400),
    BIRTH_NEEDED(400),
    SEX_NEEDED(400),
    USERNAME_INVALID(400),
    USERNAME_TAKEN(400),
    PASSWORD_INVALID(400),
    PASSWORDS_DIFFER(400),
    TOO_MANY_FAILURES(400),
    ACCOUNT_EXISTS(400),
    NOT_PROVEN(403);

    private final int status;

    PeopleRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
