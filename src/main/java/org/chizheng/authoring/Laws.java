package org.chizheng.authoring;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.authoring.rule.LawEdition;
import org.chizheng.authoring.rule.LawEditions;
import org.chizheng.common.Sql;

/** The editions of laws, orders and standards that the table law_edition knows. */
@ApplicationScoped
class Laws {
    private final Sql sql;

    Laws(Sql sql) {
        this.sql = sql;
    }

    LawEditions editions() {
        return new LawEditions(sql.list(
                "SELECT * FROM law_edition",
                row -> new LawEdition(
                        row.getString("title"),
                        List.of((String[]) row.getArray("marks").getArray()),
                        row.getString("edition"),
                        Sql.date(row, "effective_from"),
                        Sql.date(row, "superseded_on"),
                        row.getString("superseded_by"))));
    }
}
