package org.chizheng.admission;

import java.util.List;

import org.chizheng.admission.rule.TicketCode;

/** Draws admission tickets 准考证, one on a page of A4, Chinese and English beside each other. */
final class TicketSheet {
    private static final float LEFT = 16;
    private static final float RIGHT = 194;
    private static final float FACTS = 58;
    private static final float VALUES = 86;
    private static final float CODE = 42;
    private static final float PHOTO_WIDE = 35;
    private static final float PHOTO_TALL = 45;
    private static final float TOP = 44;
    private static final float BOTTOM = 286;
    private static final int RULES = 8;
    private static final float SMALL = 8.5f;
    private static final float SMALLEST = 5.5f;
    private final Sheet sheet;
    private final TicketFace face;
    private float y = TOP;

    private TicketSheet(Sheet sheet, TicketFace face) {
        this.sheet = sheet;
        this.face = face;
    }

    static byte[] drawn(List<TicketFace> faces, boolean demo) {
        return Sheet.drawn(Words.zh("ticket"), sheet -> faces.forEach(face -> new TicketSheet(sheet, face).draw(demo)));
    }

    private void draw(boolean demo) {
        sheet.page(210, 297);
        head(demo);
        photo();
        code();
        facts();
        y = Math.max(y, TOP + PHOTO_TALL + 4);
        directions();
        rules();
        sheet.text(Words.zh("keep") + "  " + Words.en("keep"), LEFT, BOTTOM + 2, 8, Sheet.GREY);
    }

    private void head(boolean demo) {
        sheet.centred(Words.zh("ticket"), 105, 22, 26, Sheet.GREEN);
        sheet.centred(Words.en("ticket"), 105, 29, 12, Sheet.GREY);
        if (demo) {
            sheet.text(Words.zh("demo") + " " + Words.en("demo"), LEFT, 22, 10, Sheet.GREY);
        }
        sheet.line(LEFT, 34, RIGHT, 34, 0.6f, Sheet.GREEN);
    }

    private void photo() {
        if (face.photo() == null) {
            sheet.box(LEFT, TOP - 5, PHOTO_WIDE, PHOTO_TALL, 0.3f, Sheet.PALE);
            sheet.centred(Words.zh("no_photo"), LEFT + PHOTO_WIDE / 2, TOP + 16, 10, Sheet.GREY);
            sheet.centred(Words.en("no_photo"), LEFT + PHOTO_WIDE / 2, TOP + 21, 8, Sheet.GREY);
        } else {
            sheet.photo(face.photo(), LEFT, TOP - 5, PHOTO_WIDE, PHOTO_TALL);
        }
    }

    private void code() {
        float x = RIGHT - CODE + 4;
        sheet.code(TicketCode.of(face.ticket()), x, TOP - 9, CODE);
        sheet.centred(Words.grouped(face.ticket()), x + CODE / 2, TOP + 36, 12, Sheet.INK);
        sheet.centred(Words.zh("number"), x + CODE / 2, TOP + 41, SMALL, Sheet.GREY);
        sheet.centred(Words.en("number"), x + CODE / 2, TOP + 45, SMALL, Sheet.GREY);
    }

    private void facts() {
        fact("name", face.name(), null, true);
        fact("id", face.idNumber(), null, true);
        fact("subject", face.qualificationZh(), face.qualificationEn(), true);
        fact("time", Words.timeZh(face.startsAt()), Words.timeEn(face.startsAt()), true);
        fact("minutes", Words.zh("minutes_of", face.minutes()), Words.en("minutes_of", face.minutes()), y < TOP + 48);
        fact(
                "arrive",
                Words.zh("arrive_at", face.arrivalMinutes(), face.lateMinutes()),
                Words.en("arrive_at", face.arrivalMinutes(), face.lateMinutes()),
                false);
        fact("centre", face.centreZh(), face.centreEn(), false);
        fact("room", face.room(), null, false);
        fact("seat", Words.zh("seat_drawn"), Words.en("seat_drawn"), false);
    }

    /** @param beside whether the code stands to the right of it */
    private void fact(String key, String zh, String en, boolean beside) {
        float room = (beside ? RIGHT - CODE : RIGHT) - VALUES;
        sheet.text(Words.zh(key), FACTS, y, 9.5f, Sheet.GREY);
        sheet.text(Words.en(key), FACTS, y + 3.8f, 7.5f, Sheet.GREY);
        float after = sheet.wrapped(zh, VALUES, y, 11.5f, room, Sheet.INK);
        if (en != null && !en.equals(zh)) {
            after = sheet.wrapped(en, VALUES, after - 1.2f, SMALL, room, Sheet.GREY);
        }
        y = Math.max(after + 1.4f, y + 9.2f);
    }

    private void directions() {
        if (face.directionsZh().isBlank() && face.directionsEn().isBlank()) {
            return;
        }
        title("directions");
        for (String text : List.of(face.directionsZh(), face.directionsEn())) {
            if (!text.isBlank()) {
                y = sheet.wrapped(text, LEFT, y, SMALL + 0.5f, RIGHT - LEFT, Sheet.INK);
            }
        }
        y += 1.5f;
    }

    private void rules() {
        title("rules");
        float half = (RIGHT - LEFT - 6) / 2;
        column("zh", LEFT, half);
        column("en", LEFT + half + 6, half);
    }

    private float tall(String lang, float size, float room) {
        int lines = 0;
        for (int i = 1; i <= RULES; i++) {
            lines += sheet.lines(rule(lang, i), size, room - 5).size();
        }
        return lines * Sheet.leading(size) + RULES * 0.6f;
    }

    /** In smaller letters where a long way to the centre has left little room. */
    private void column(String lang, float x, float room) {
        float size = SMALL;
        while (size > SMALLEST && tall(lang, size, room) > BOTTOM - 4 - y) {
            size -= 0.25f;
        }
        float at = y;
        for (int i = 1; i <= RULES; i++) {
            sheet.text(i + ".", x, at, size, Sheet.GREY);
            at = sheet.wrapped(rule(lang, i), x + 5, at, size, room - 5, Sheet.INK) + 0.6f;
        }
    }

    private String rule(String lang, int number) {
        return "zh".equals(lang)
                ? Words.zh("rule_" + number, face.arrivalMinutes(), face.lateMinutes())
                : Words.en("rule_" + number, face.arrivalMinutes(), face.lateMinutes());
    }

    private void title(String key) {
        sheet.line(LEFT, y - 3, RIGHT, y - 3, 0.2f, Sheet.PALE);
        sheet.text(Words.zh(key), LEFT, y + 3, 11.5f, Sheet.GREEN);
        sheet.text(Words.en(key), LEFT + sheet.width(Words.zh(key), 11.5f) + 3, y + 3, SMALL, Sheet.GREY);
        y += 9;
    }
}
