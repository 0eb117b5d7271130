package org.chizheng.practice;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Mock papers as their persons find them. */
@ApplicationScoped
class MockPapers {
    private final Sheets sheets;
    private final Closing closing;

    MockPapers(Sheets sheets, Closing closing) {
        this.sheets = sheets;
        this.closing = closing;
    }

    /** The paper as it is now: one whose time is over is ended first. @throws Refused NOT_FOUND if the person has no such paper */
    Sheet current(UUID mock, UUID person) {
        Sheet sheet = sheets.find(mock, person, true);
        Round now = closing.ifOver(person, sheet.round());
        return now.isOpen() == sheet.round().isOpen() ? sheet : sheets.of(now);
    }
}
