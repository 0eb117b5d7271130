package org.chizheng.sitting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.Workplace;
import org.chizheng.centre.Arranging;
import org.chizheng.centre.BindingSeats;
import org.chizheng.centre.CentreConfig;
import org.chizheng.centre.Workstations;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A paper is handed out at the computer of the candidate's seat only, where the seat is bound to one. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SeatGateTest extends RunningRoom {
    private static final String PRINT = "0f".repeat(32);

    @Inject
    BindingSeats binding;

    @Inject
    CentreConfig config;

    @Inject
    Arranging arranging;

    @Inject
    Workplace workplace;

    @Inject
    Sql sql;

    @AfterEach
    void asItWas() {
        QuarkusMock.installMockForType(new Workstations(config), Workstations.class);
    }

    private UUID seat() {
        return sql.first("SELECT seat_id FROM enrolment WHERE ticket = ?", row -> row.getObject(1, UUID.class), ticket)
                .orElseThrow();
    }

    private static void isRefused(Response response, String seat) {
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.path("reason").toString()).isEqualTo("WRONG_SEAT");
        assertThat(response.path("detail").toString()).contains("机位 " + seat);
    }

    @Test
    void anotherComputerIsToldWhereToGo() {
        String label = sessions.byTicket(ticket).orElseThrow().seat();
        binding.bind(seat(), "10.255.0.0/16", "");
        RequestSpecification candidate = Entrance.candidate(ticket, ID_NUMBER);
        assertThat(given(candidate).get("/api/sitting").statusCode())
                .as("looking is free")
                .isEqualTo(200);
        isRefused(given(candidate).post("/api/sitting/start"), label);
        isRefused(given(candidate).post("/api/sitting/open"), label);
        binding.bind(seat(), "127.0.0.0/8", "");
        assertThat(given(candidate).post("/api/sitting/start").statusCode())
                .as("the binding that was wrong is mended at once")
                .isEqualTo(200);
        assertThat(given(candidate).post("/api/sitting/open").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnboundSeatIsOpen() {
        assertThat(given(Entrance.candidate(ticket, ID_NUMBER))
                        .post("/api/sitting/start")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCertificateIsBelievedFromTheHeaderOfTheProxyOnly() {
        tellFingerprintsIn("X-Client-Fingerprint");
        binding.bind(seat(), "10.255.0.0/16", PRINT);
        String label = sessions.byTicket(ticket).orElseThrow().seat();
        RequestSpecification candidate = Entrance.candidate(ticket, ID_NUMBER);
        isRefused(given(candidate).post("/api/sitting/start"), label);
        isRefused(
                given(candidate).header("X-Client-Fingerprint", "0e".repeat(32)).post("/api/sitting/start"), label);
        QuarkusMock.installMockForType(new Workstations(config), Workstations.class);
        isRefused(given(candidate).header("X-Client-Fingerprint", PRINT).post("/api/sitting/start"), label);
        tellFingerprintsIn("X-Client-Fingerprint");
        assertThat(given(candidate)
                        .header("X-Client-Fingerprint", PRINT.toUpperCase(java.util.Locale.ROOT))
                        .post("/api/sitting/start")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void tellFingerprintsIn(String header) {
        CentreConfig told = new CentreConfig() {
            @Override
            public boolean accreditationRequired() {
                return false;
            }

            @Override
            public int expiryDays() {
                return 60;
            }

            @Override
            public Optional<String> certificateHeader() {
                return Optional.of(header);
            }
        };
        QuarkusMock.installMockForType(new Workstations(told), Workstations.class);
    }

    @Test
    void aSeatOutOfServiceIsNotDrawn() {
        UUID room = sessions.find(session).orElseThrow().roomId();
        UUID left = sql.first(
                        "SELECT id FROM seat WHERE room_id = ? AND id <> ? LIMIT 1",
                        row -> row.getObject(1, UUID.class),
                        room,
                        seat())
                .orElseThrow();
        Workplace.Someone someone = workplace.someone();
        ticket = enrolling.enrol(session, someone.name(), someone.idNumber(), null);
        sql.list("SELECT id FROM seat WHERE room_id = ? AND id <> ?", row -> row.getObject(1, UUID.class), room, left)
                .forEach(seat -> arranging.takeOut(Arranging.Part.SEAT, seat, "键盘坏了"));
        checkingIn.checkIn(session, sessions.byTicket(ticket).orElseThrow().id());
        assertThat(seat()).isEqualTo(left);
    }
}
