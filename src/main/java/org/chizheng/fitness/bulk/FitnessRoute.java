package org.chizheng.fitness.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;

/** The door for programs that check people, {@code POST /api/fitness}. */
@ApplicationScoped
class FitnessRoute {
    private static final ProgramDoor.Door DOOR = new ProgramDoor.Door(
            "/api/fitness", 8 << 20, List.of(Roles.EMPLOYER, Roles.ADMINISTRATOR, Roles.REGULATOR));
    private final ProgramDoor door;
    private final Checking checking;
    private final ObjectReader forms;

    FitnessRoute(ProgramDoor door, Checking checking, ObjectMapper json) {
        this.door = door;
        this.checking = checking;
        forms = json.readerFor(FitnessForm.class);
    }

    void register(@Observes Router router) {
        door.open(router, DOOR, this::answer);
    }

    private Object answer(ProgramDoor.Call call) {
        Asker asker = call.key() == null ? Asker.of(call.user()) : Asker.of(call.key());
        return FitnessView.of(checking.check(asker, rows(call.body()), call.address()));
    }

    private List<AskedRow> rows(Buffer body) {
        FitnessForm form;
        try {
            form = body.length() == 0 ? null : forms.readValue(body.getBytes());
        } catch (IOException e) {
            throw new Refused(CommonRefusal.BAD_REQUEST);
        }
        if (form == null || form.rows() == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "rows");
        }
        List<AskedRow> rows = new ArrayList<>();
        for (FitnessForm.Row row : form.rows()) {
            rows.add(Optional.ofNullable(row)
                    .map(r -> AskedRow.of(rows.size() + 1, r.name(), r.idNumber(), r.qualification(), r.post(), true)
                            .withIdType(r.idType()))
                    .orElseThrow(() -> new Refused(CommonRefusal.FIELD_MISSING, "rows[" + rows.size() + "]")));
        }
        return rows;
    }
}
