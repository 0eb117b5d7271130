package org.chizheng.admission;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.Masking;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.session.SessionView;

/** Prints tickets and the papers of a room. Each printing stands in the audit log, since names and photos leave with it. */
@ApplicationScoped
public class Printing {
    private static final int LONGEST_DIRECTIONS = 300;
    private static final int LONGEST_ENGLISH = 600;
    private static final String LISTED = """
            SELECT e.person_id, e.ticket, p.name, t.label FROM enrolment e JOIN person p ON p.id = e.person_id LEFT JOIN seat t ON t.id = e.seat_id
            WHERE e.session_id = ? ORDER BY e.ticket""";
    private final TicketFaces faces;
    private final Qualifications qualifications;
    private final Policies policies;
    private final Persons persons;
    private final Sealer sealer;
    private final ChizhengConfig config;
    private final Sql sql;
    private final Auditing auditing;

    public Printing(
            TicketFaces faces,
            Qualifications qualifications,
            Policies policies,
            Persons persons,
            Sealer sealer,
            ChizhengConfig config,
            Sql sql,
            Auditing auditing) {
        this.faces = faces;
        this.qualifications = qualifications;
        this.policies = policies;
        this.persons = persons;
        this.sealer = sealer;
        this.config = config;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused NOT_FOUND; rehearsals have no tickets to print */
    @Transactional
    public byte[] ticket(UUID enrolment) {
        TicketFace face = faces.find(enrolment).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        auditing.note("printed ticket", "enrolment", enrolment, "");
        return TicketSheet.drawn(List.of(face), config.demo());
    }

    /** All of a session, one on a page. */
    @Transactional
    public byte[] tickets(UUID session) {
        List<TicketFace> all = faces.ofSession(session);
        if (all.isEmpty()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        auditing.note("printed tickets", "session", session, all.size() + " tickets");
        return TicketSheet.drawn(all, config.demo());
    }

    @Transactional
    public byte[] list(SessionView session) {
        List<ListedCandidate> candidates = sql.list(
                LISTED,
                row -> new ListedCandidate(
                        row.getString("ticket"),
                        row.getString("name"),
                        Masking.idNumber(persons.findById(row.getObject("person_id", UUID.class))
                                .idNumber(sealer)),
                        row.getString("label")),
                session.id());
        auditing.note("printed room list", "session", session.id(), candidates.size() + " candidates");
        return RoomSheets.list(session, qualification(session), candidates);
    }

    public byte[] sign(SessionView session) {
        int arrival = policies.byId(session.policy()).number(PolicyTerm.ARRIVAL_MINUTES);
        return RoomSheets.sign(session, qualification(session), arrival);
    }

    public byte[] labels(SessionView session) {
        List<String> seats = sql.list(
                "SELECT label FROM seat WHERE room_id = ? AND out_since IS NULL ORDER BY length(label), label",
                row -> row.getString(1),
                session.roomId());
        return RoomSheets.labels(session.centreZh(), session.room(), seats);
    }

    /** How to get to the centre, as its tickets print it. @throws Refused DIRECTIONS_TOO_LONG beyond 300 characters, 600 in English */
    @Transactional
    public void directions(UUID centre, String zh, String en) {
        String chinese = zh == null ? "" : zh.strip();
        String english = en == null ? "" : en.strip();
        if (chinese.length() > LONGEST_DIRECTIONS || english.length() > LONGEST_ENGLISH) {
            throw new Refused(AdmissionRefusal.DIRECTIONS_TOO_LONG, LONGEST_DIRECTIONS, LONGEST_ENGLISH);
        }
        sql.update("UPDATE centre SET directions_zh = ?, directions_en = ? WHERE id = ?", chinese, english, centre);
        auditing.note("described the way", "centre", centre, "");
    }

    private QualificationView qualification(SessionView session) {
        return qualifications.get(session.qualification());
    }
}
