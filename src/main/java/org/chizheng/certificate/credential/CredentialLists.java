package org.chizheng.certificate.credential;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** The lists of states in the forms that credentials name. */
@ApplicationScoped
public class CredentialLists {
    private final Sql sql;

    public CredentialLists(Sql sql) {
        this.sql = sql;
    }

    /** The signed token, or nothing where there is no such list or it was not signed yet. */
    Optional<String> signed(int list, StatusForm form) {
        return sql.first(
                "SELECT signed FROM credential_list WHERE list = ? AND form = ?",
                row -> row.getString(1),
                list,
                form.name());
    }
}
