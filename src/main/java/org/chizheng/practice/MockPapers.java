package org.chizheng.practice;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Mock papers as their persons find them. */
@ApplicationScoped
class MockPapers {
    private final Sheets sheets;
    private final Rounds rounds;
    private final Closing closing;

    MockPapers(Sheets sheets, Rounds rounds, Closing closing) {
        this.sheets = sheets;
        this.rounds = rounds;
        this.closing = closing;
    }

    /** The person's open paper of the subject; one whose time is over is ended first, so that all that is read after this knows its answers. */
    Optional<Round> open(UUID person, String subject) {
        return rounds.open(person, subject).stream()
                .filter(Round::isMock)
                .map(round -> closing.ifOver(person, round))
                .filter(Round::isOpen)
                .findFirst();
    }

    /** The paper as it is now: one whose time is over is ended first. @throws Refused NOT_FOUND if the person has no such paper */
    Sheet current(UUID mock, UUID person) {
        Sheet sheet = sheets.find(mock, person, true);
        Round now = closing.ifOver(person, sheet.round());
        return now.isOpen() == sheet.round().isOpen() ? sheet : sheets.of(now);
    }
}
