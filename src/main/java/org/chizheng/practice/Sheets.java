package org.chizheng.practice;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.PublishedItems;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;

/** Rounds with their items. */
@ApplicationScoped
class Sheets {
    private final Rounds rounds;
    private final PublishedItems items;

    Sheets(Rounds rounds, PublishedItems items) {
        this.rounds = rounds;
        this.items = items;
    }

    /** @throws Refused NOT_FOUND if the person has no such round of that sort */
    Sheet find(UUID id, UUID person, boolean mock) {
        return of(rounds.find(id, person)
                .filter(round -> round.isMock() == mock)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)));
    }

    Sheet of(Round round) {
        return new Sheet(round, items.find(round.revisions()));
    }
}
