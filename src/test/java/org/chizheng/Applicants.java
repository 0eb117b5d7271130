package org.chizheng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.centre.Equipping;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.session.Scheduling;

/** Accepted applications, sessions to be booked, trainers and staff for tests: the rows that other features leave. */
@ApplicationScoped
public class Applicants {
    /** What the fixture's bank examines. */
    public static final String QUALIFICATION = "principal-hazchem-production";

    private final Loading loading;
    private final BlueprintLoading blueprints;
    private final Equipping equipping;
    private final Scheduling scheduling;
    private final OfficialClock clock;
    private final Sql sql;
    private boolean loaded;

    public Applicants(
            Loading loading,
            BlueprintLoading blueprints,
            Equipping equipping,
            Scheduling scheduling,
            OfficialClock clock,
            Sql sql) {
        this.loading = loading;
        this.blueprints = blueprints;
        this.equipping = equipping;
        this.scheduling = scheduling;
        this.clock = clock;
        this.sql = sql;
    }

    public UUID centre(String county) {
        return equipping.centre("B" + UUID.randomUUID(), "测试预约考点", "Test booking centre", county);
    }

    /** In a room of its own. @param days from today, at nine in China */
    public UUID session(UUID centre, int seats, int days) {
        load();
        LocalDateTime start = clock.today().plusDays(days).atTime(9, 0);
        return scheduling.schedule(
                equipping.room(centre, UUID.randomUUID().toString().substring(0, 4), seats),
                QUALIFICATION,
                start.atZone(OfficialClock.ZONE).toInstant());
    }

    synchronized void load() {
        if (loaded) {
            return;
        }
        try {
            Path bank = BankFixture.write(Files.createTempDirectory(Path.of("target"), "bank"));
            loading.load(bank);
            blueprints.load(bank);
            loaded = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public UUID accepted(UUID person, String county) {
        return accepted(person, QUALIFICATION, county, null);
    }

    /** @param enterprise or null */
    public UUID accepted(UUID person, String qualification, String county, UUID enterprise) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO application (id, number, person_id, qualification, kind, channel, enterprise_id, region, policy, state, applied_at, answer_due, decided_at, decided_by)"
                        + " VALUES (?, ?, ?, ?, 'INITIAL', ?, ?, ?, 'order-44-principal', 'ACCEPTED', ?, ?, ?, 'test')",
                id,
                "T" + id.toString().substring(0, 13),
                person,
                qualification,
                enterprise == null ? "CANDIDATE" : "ENTERPRISE",
                enterprise,
                county,
                clock.now(),
                clock.today().plusDays(7),
                clock.now());
        return id;
    }

    /** @return the provider */
    public UUID provider(String name) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO training_provider (id, credit_code, name, region, created_at) VALUES (?, ?, ?, '320102', ?)",
                id,
                CreditCodes.enterprise(),
                name,
                clock.now());
        return id;
    }

    /** @return the trainer */
    public UUID trainer(UUID provider, UUID person) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO trainer (id, provider_id, person_id, since) VALUES (?, ?, ?, ?)",
                id,
                provider,
                person,
                clock.today().minusYears(1));
        return id;
    }

    /** Ten hours, last month. @param trainer or null */
    public void trained(UUID person, UUID provider, UUID trainer) {
        sql.update(
                "INSERT INTO training_record (id, person_id, qualification, kind, provider_id, trainer_id, hours, started_on, ended_on, content, passed, recorded_at, recorded_by)"
                        + " VALUES (?, ?, ?, 'INITIAL', ?, ?, 10, ?, ?, '测试', true, ?, 'test')",
                Ids.next(),
                person,
                QUALIFICATION,
                provider,
                trainer,
                clock.today().minusDays(40),
                clock.today().minusDays(30),
                clock.now());
    }

    /** @return the member of the staff */
    public UUID staff(UUID centre, UUID person, String duty) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO centre_staff (id, centre_id, person_id, duty, since, recorded_at) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                centre,
                person,
                duty,
                clock.today().minusYears(1),
                clock.now());
        return id;
    }

    public void onDuty(UUID session, UUID staff) {
        sql.update(
                "INSERT INTO session_duty (session_id, staff_id, assigned_at, assigned_by) VALUES (?, ?, ?, 'test')",
                session,
                staff,
                clock.now());
    }

    /** Kinds of what happened to an application's places, in order. */
    public List<String> events(UUID application) {
        return sql.list(
                "SELECT kind FROM booking_event WHERE application_id = ? ORDER BY at, id",
                row -> row.getString(1),
                application);
    }
}
