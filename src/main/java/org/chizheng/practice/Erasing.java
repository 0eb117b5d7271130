package org.chizheng.practice;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Sql;

/** Erases all that a person has practised, with the answers: it is the person's own. */
@ApplicationScoped
class Erasing {
    private final Sql sql;
    private final Turns turns;

    Erasing(Sql sql, Turns turns) {
        this.sql = sql;
        this.turns = turns;
    }

    @Transactional
    void erase(UUID person) {
        turns.take(person);
        sql.update("DELETE FROM practice_round WHERE person_id = ?", person);
        sql.update("DELETE FROM practice_standing WHERE person_id = ?", person);
    }
}
