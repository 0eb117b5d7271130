package org.chizheng.certificate.life;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Who is reminded when, and where it is read. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RemindingTest {
    private static final String LOW = "operator-low-voltage-electrical";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Reminding reminding;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    /** A day on which nothing of the other tests falls due. */
    private static final LocalDate LAST = LocalDate.of(2041, 7, 17);

    private List<Integer> reminded(UUID certificate, String recipient) {
        return sql.list(
                "SELECT days FROM message_outbox WHERE certificate_id = ? AND " + recipient
                        + " IS NOT NULL ORDER BY days DESC",
                row -> row.getInt(1),
                certificate);
    }

    @Test
    void holderAndEmployerAreRemindedOnceNinetySixtyAndThirtyDaysBefore() {
        Someone holder = workplace.staff(workplace.post("320322", LOW));
        UUID certificate = certified.issue(holder, LOW, LAST.minusYears(6), LAST);
        for (int days = 95; days >= 0; days--) {
            int written = reminding.remind(LAST.minusDays(days));
            assertThat(written)
                    .as(days + " days before")
                    .isEqualTo(List.of(90, 60, 30).contains(days) ? 2 : 0);
            assertThat(reminding.remind(LAST.minusDays(days))).as("again").isZero();
        }
        assertThat(reminded(certificate, "person_id")).containsExactly(90, 60, 30);
        assertThat(reminded(certificate, "enterprise_id")).containsExactly(90, 60, 30);
    }

    @Test
    void whatHasEndedOrIsRenewedAlreadyRemindsNobody() {
        LocalDate last = LAST.plusYears(1);
        for (String end : List.of("REVOKED", "WITHDRAWN", "CANCELLED", "SUPERSEDED")) {
            UUID certificate = certified.issue(workplace.someone(), LOW, last.minusYears(6), last);
            certified.event(certificate, end, last.plusDays(1));
        }
        UUID suspended = certified.issue(workplace.someone(), LOW, last.minusYears(6), last);
        certified.event(suspended, "SUSPENDED", last.minusYears(1));
        assertThat(reminding.remind(last.minusDays(30))).isEqualTo(1);
        assertThat(reminded(suspended, "person_id")).containsExactly(30);
    }

    @Test
    void messagesHoldNoPersonalData() {
        LocalDate last = LAST.plusYears(2);
        Someone holder = workplace.someone();
        UUID certificate = certified.issue(holder, LOW, last.minusYears(6), last);
        reminding.remind(last.minusDays(60));
        assertThat(sql.list(
                        "SELECT array_to_string(parameters, '|') || coalesce(sent_at::text, '') FROM message_outbox WHERE certificate_id = ?",
                        row -> row.getString(1),
                        certificate))
                .containsExactly("60|" + last + "|" + LOW);
    }

    @Test
    void theHolderAndTheEmployerReadItOnTheirPages() {
        LocalDate today = clock.today();
        UUID enterprise = workplace.enterprise("320322");
        Someone holder = workplace.staff(workplace.post(enterprise, LOW));
        certified.issue(holder, LOW, today.plusDays(30).minusYears(6), today.plusDays(30));
        reminding.remind(today);
        assertThat(given(Entrance.as(new Grant(Roles.CANDIDATE, null, null, null), holder.id(), accounting))
                        .get("/my?lang=zh")
                        .asString())
                .contains("到期提醒", "期满前 30 天", today.plusDays(30).toString());
        assertThat(given(Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting))
                        .get("/workforce/" + enterprise + "?lang=zh")
                        .asString())
                .contains("到期提醒", holder.name(), "期满前 30 天");
    }
}
