package org.chizheng.fitness.roster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.exchange.sheet.PlainTable.Line;
import org.chizheng.fitness.bulk.ProgramDoor;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;

/** The door for programs that send rosters, {@code POST /api/roster}. With a key the rows are the key's enterprise's; an account of one enterprise sends its own, an authority's rows name theirs. */
@ApplicationScoped
class RosterRoute {
    private static final ProgramDoor.Door DOOR =
            new ProgramDoor.Door("/api/roster", 12 << 20, List.of(Roles.EMPLOYER, Roles.ADMINISTRATOR));
    private final ProgramDoor door;
    private final Uploading uploading;
    private final ObjectReader forms;

    RosterRoute(ProgramDoor door, Uploading uploading, ObjectMapper json) {
        this.door = door;
        this.uploading = uploading;
        forms = json.readerFor(RosterForm.class);
    }

    void register(@Observes Router router) {
        door.open(router, DOOR, this::answer);
    }

    private Object answer(ProgramDoor.Call call) {
        RosterForm form = form(call.body());
        String account = call.key() == null
                ? call.user().principal()
                : "key:" + call.key().id();
        RosterReach reach = call.key() == null
                ? reach(call.user())
                : RosterReach.of(call.key().enterprise());
        return RosterView.of(uploading.receive(reach, lines(form.rows()), form.dryRun(), account));
    }

    private static RosterReach reach(CurrentUser user) {
        List<String> regions = user.regions(Roles.ADMINISTRATOR);
        if (!regions.isEmpty()) {
            return new RosterReach(null, regions);
        }
        if (user.enterprises().size() != 1) {
            throw new Refused(CommonRefusal.NOT_ALLOWED);
        }
        return RosterReach.of(user.enterprises().get(0));
    }

    private RosterForm form(Buffer body) {
        try {
            RosterForm form = body.length() == 0 ? null : forms.readValue(body.getBytes());
            if (form == null || form.rows() == null) {
                throw new Refused(CommonRefusal.FIELD_MISSING, "rows");
            }
            return form;
        } catch (IOException e) {
            throw new Refused(CommonRefusal.BAD_REQUEST);
        }
    }

    private static List<Line> lines(List<Map<String, String>> rows) {
        List<Line> lines = new ArrayList<>();
        for (Map<String, String> row : rows) {
            if (row == null) {
                throw new Refused(CommonRefusal.FIELD_MISSING, "rows[" + lines.size() + "]");
            }
            Map<String, String> texts = new HashMap<>();
            row.forEach((field, text) -> {
                if (text != null) {
                    texts.put(column(field), text.strip());
                }
            });
            lines.add(new Line(lines.size() + 1, texts, List.of(), List.of()));
        }
        return lines;
    }

    /** idNumber is id_number. */
    private static String column(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
