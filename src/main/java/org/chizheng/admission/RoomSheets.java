package org.chizheng.admission;

import java.awt.Color;
import java.util.List;

import org.chizheng.regulation.QualificationView;
import org.chizheng.session.SessionView;

/** Draws what hangs at and lies in a room: the list of candidates, the sign at the door, the labels of the seats. */
final class RoomSheets {
    private static final float LEFT = 15;
    private static final float RIGHT = 195;
    private static final float ROW = 8.4f;
    private static final int ON_A_PAGE = 26;
    private static final float[] COLUMNS = {15, 26, 60, 106, 149, 166};
    private static final List<String> HEADS = List.of("no", "number", "name", "id", "seat", "signature");
    private static final float LETTERS = 10;
    private static final float TWO_LINES = 6.8f;
    private static final int ACROSS = 3;
    private static final int DOWN = 8;

    private RoomSheets() {}

    /** Candidates in the order of their tickets, with room for their signatures; seats stand there once they are drawn. */
    static byte[] list(SessionView session, QualificationView qualification, List<ListedCandidate> candidates) {
        return Sheet.drawn(Words.zh("list"), sheet -> {
            int pages = Math.max(1, (candidates.size() + ON_A_PAGE - 1) / ON_A_PAGE);
            for (int page = 0; page < pages; page++) {
                listHead(sheet, session, qualification, candidates.size(), page + 1, pages);
                int from = page * ON_A_PAGE;
                for (int i = from; i < Math.min(from + ON_A_PAGE, candidates.size()); i++) {
                    listRow(sheet, candidates.get(i), i + 1, 60 + (i - from) * ROW);
                }
                String end = Words.zh("list_end") + "  " + Words.en("list_end");
                sheet.text(end, LEFT, 287, sheet.fitting(end, 8, RIGHT - LEFT), Sheet.GREY);
            }
        });
    }

    private static void listHead(
            Sheet sheet, SessionView session, QualificationView qualification, int count, int page, int pages) {
        sheet.page(210, 297);
        sheet.text(Words.zh("list"), LEFT, 20, 20, Sheet.GREEN);
        sheet.text(Words.en("list"), LEFT + sheet.width(Words.zh("list"), 20) + 4, 20, 11, Sheet.GREY);
        String number = page + " / " + pages;
        sheet.text(number, RIGHT - sheet.width(number, 9), 20, 9, Sheet.GREY);
        String where = session.centreZh() + "  " + Words.zh("room") + " " + session.room() + "  "
                + Words.timeZh(session.startsAt());
        sheet.text(where, LEFT, 28, sheet.fitting(where, 11, RIGHT - LEFT), Sheet.INK);
        String what = qualification.zh() + " · " + qualification.en();
        sheet.text(what, LEFT, 34, sheet.fitting(what, 9, RIGHT - LEFT), Sheet.GREY);
        sheet.text(Words.zh("count", count) + "  " + Words.en("count", count), LEFT, 40, 9, Sheet.GREY);
        sheet.line(LEFT, 43, RIGHT, 43, 0.6f, Sheet.GREEN);
        for (int i = 0; i < COLUMNS.length; i++) {
            sheet.text(Words.zh(HEADS.get(i)), COLUMNS[i] + 1, 48, 9, Sheet.GREY);
            sheet.text(Words.en(HEADS.get(i)), COLUMNS[i] + 1, 51.8f, 6.5f, Sheet.GREY);
        }
        sheet.line(LEFT, 54, RIGHT, 54, 0.3f, Sheet.INK);
    }

    private static void listRow(Sheet sheet, ListedCandidate candidate, int number, float y) {
        List<String> cells = List.of(
                String.valueOf(number),
                Words.grouped(candidate.ticket()),
                candidate.name(),
                candidate.idNumber(),
                candidate.seat() == null ? "" : candidate.seat());
        for (int i = 0; i < cells.size(); i++) {
            cell(sheet, cells.get(i), COLUMNS[i] + 1, y, COLUMNS[i + 1] - COLUMNS[i] - 2);
        }
        sheet.line(LEFT, y + 2.6f, RIGHT, y + 2.6f, 0.15f, Sheet.PALE);
    }

    /** A long name stands in two lines. */
    private static void cell(Sheet sheet, String text, float x, float y, float room) {
        if (sheet.width(text, LETTERS) > room * 1.3f) {
            sheet.wrapped(text, x, y - 1.6f, TWO_LINES, room, Sheet.INK);
        } else {
            sheet.text(text, x, y, sheet.fitting(text, LETTERS, room), Sheet.INK);
        }
    }

    /** To be read from across a corridor: A4 across. */
    static byte[] sign(SessionView session, QualificationView qualification, int arrivalMinutes) {
        return Sheet.drawn(Words.zh("sign"), sheet -> {
            sheet.page(297, 210);
            centred(sheet, session.centreZh(), 30, 24, Sheet.INK);
            centred(sheet, session.centreEn(), 39, 12, Sheet.GREY);
            String room = Words.zh("room") + " " + session.room();
            centred(sheet, room, 92, 110, Sheet.GREEN);
            centred(sheet, Words.en("room") + " " + session.room(), 108, 22, Sheet.GREY);
            sheet.line(20, 118, 277, 118, 0.8f, Sheet.GREEN);
            centred(sheet, qualification.zh(), 134, 30, Sheet.INK);
            centred(sheet, qualification.en(), 143, 14, Sheet.GREY);
            centred(sheet, Words.timeZh(session.startsAt()), 162, 34, Sheet.INK);
            centred(sheet, Words.timeEn(session.startsAt()), 171, 14, Sheet.GREY);
            Object[] times = {session.minutes(), arrivalMinutes, session.lateMinutes()};
            centred(sheet, Words.zh("sign_line", times), 187, 15, Sheet.INK);
            centred(sheet, Words.en("sign_line", times), 195, 10, Sheet.GREY);
        });
    }

    private static void centred(Sheet sheet, String text, float y, float size, Color ink) {
        sheet.centred(text, 148.5f, y, sheet.fitting(text, size, 257), ink);
    }

    /** One label per seat, 24 on a page, to be cut; they hold for every session of the room. */
    static byte[] labels(String centre, String room, List<String> seats) {
        float wide = (RIGHT - LEFT) / ACROSS;
        float tall = 272f / DOWN;
        return Sheet.drawn(Words.zh("labels"), sheet -> {
            for (int i = 0; i < Math.max(1, seats.size()); i++) {
                int place = i % (ACROSS * DOWN);
                if (place == 0) {
                    sheet.page(210, 297);
                }
                if (i < seats.size()) {
                    float x = LEFT + place % ACROSS * wide;
                    float y = 12 + (float) (place / ACROSS) * tall;
                    sheet.box(x, y, wide, tall, 0.15f, Sheet.PALE);
                    sheet.centred(seats.get(i), x + wide / 2, y + 19.5f, 40, Sheet.INK);
                    String under = Words.zh("room") + " " + room + " · " + centre;
                    sheet.centred(under, x + wide / 2, y + 28, sheet.fitting(under, 9, wide - 4), Sheet.GREY);
                }
            }
        });
    }
}
