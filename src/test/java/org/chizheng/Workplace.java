package org.chizheng;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.IdForm;
import org.chizheng.people.Registering;
import org.chizheng.people.rule.CitizenId;
import org.chizheng.workforce.Appointing;
import org.chizheng.workforce.Founding;

/** Enterprises, posts and people for tests, made by the legal steps where there are such. */
@ApplicationScoped
public class Workplace {
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private final Founding founding;
    private final Appointing appointing;
    private final Registering registering;
    private final OfficialClock clock;
    private final Sql sql;

    public Workplace(Founding founding, Appointing appointing, Registering registering, OfficialClock clock, Sql sql) {
        this.founding = founding;
        this.appointing = appointing;
        this.registering = registering;
        this.clock = clock;
        this.sql = sql;
    }

    /** A person who can be named again. */
    public record Someone(UUID id, String name, String idNumber) {}

    /** Each call gives another person. */
    public Someone someone() {
        int serial = SERIAL.incrementAndGet();
        String first17 = "32070019%02d%02d%02d%03d"
                .formatted(85 + serial / 300 % 15, 1 + serial % 12, 1 + serial / 12 % 25, serial % 1000);
        String idNumber = first17 + CitizenId.checkCharacter(first17);
        return new Someone(registering.register("测试工人", idNumber).id(), "测试工人", idNumber);
    }

    public UUID enterprise(String county) {
        return founding.enterprise(CreditCodes.enterprise(), "测试企业" + county, county, true);
    }

    /** A post of a new enterprise in the county, there for ten years. */
    public UUID post(String county, String qualification) {
        return post(enterprise(county), qualification);
    }

    public UUID post(UUID enterprise, String qualification) {
        return founding.post(enterprise, "测试岗位", qualification, clock.today().minusYears(10));
    }

    /** Another requirement of the same post; the service enters one for each post so far. */
    public void alsoRequires(UUID post, String qualification) {
        sql.update(
                "INSERT INTO requirement (id, post_id, qualification, valid_from, known_from) VALUES (?, ?, ?, ?, ?)",
                Ids.next(),
                post,
                qualification,
                clock.today().minusYears(10),
                clock.now());
    }

    /** Somebody new, on the post for two years. */
    public Someone staff(UUID post) {
        Someone someone = someone();
        appoint(post, someone, clock.today().minusYears(2));
        return someone;
    }

    /** @return the appointment */
    public UUID appoint(UUID post, Someone someone, LocalDate from) {
        return appointing.appoint(post, someone.name(), someone.idNumber(), from);
    }

    /** Somebody new as DISPATCHED, INTERN or CONTRACTOR, on the post for two years. */
    public void appointAs(String workerKind, UUID post) {
        Someone someone = someone();
        appointing.appoint(
                post,
                someone.name(),
                IdForm.of(someone.idNumber()),
                Appointing.Manner.of(workerKind, false),
                clock.today().minusYears(2));
    }

    /** Lays an enterprise in a functional zone, from the beginning on. */
    public void inZone(UUID enterprise, String zone) {
        sql.update("UPDATE enterprise SET zone = ? WHERE id = ?", zone, enterprise);
    }
}
