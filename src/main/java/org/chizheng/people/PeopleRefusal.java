package org.chizheng.people;

import org.chizheng.common.Reason;

/** Why a person cannot be registered or an account not used. */
public enum PeopleRefusal implements Reason {
    NAME_INVALID,
    NAME_DIFFERS,
    NAME_UNPRINTABLE,
    PHONE_INVALID,
    PHOTO_FORM,
    PHOTO_SIZE,
    ID_NUMBER_FORM,
    ID_NUMBER_DATE,
    ID_NUMBER_CHECK,
    USERNAME_INVALID,
    USERNAME_TAKEN,
    PASSWORD_INVALID,
    PASSWORDS_DIFFER,
    TOO_MANY_FAILURES,
    ACCOUNT_EXISTS;

    @Override
    public int status() {
        return 400;
    }
}
