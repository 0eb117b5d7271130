package org.chizheng.certificate.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Standings;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.fitness.Fitness;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The database's answer to "covered?" and the rule's to "fit?" are one: made-up lives of certificates under Order 30 and Order 19, each asked on many days. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FitnessAgreesTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2023, 3, 1);
    private static final LocalDate TO = LocalDate.of(2029, 2, 28);
    private static final int LIVES = 60;
    private static final List<String> KINDS = List.of(
            "SUSPENDED",
            "SUSPENDED",
            "REINSTATED",
            "REINSTATED",
            "REVIEWED",
            "REVOKED",
            "WITHDRAWN",
            "CANCELLED",
            "SUPERSEDED");

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Certificates certificates;

    @Inject
    Standings standings;

    @Inject
    Fitness fitness;

    @Inject
    Sql sql;

    private final Random random = new Random(30_19);

    @Test
    void whoIsFitByTheRuleIsCoveredInTheDatabaseAndNobodyElse() {
        UUID enterprise = workplace.enterprise("320481");
        UUID post = workplace.post(enterprise, LOW);
        int fit = 0;
        int unfit = 0;
        for (int life = 0; life < LIVES; life++) {
            Someone someone = workplace.someone();
            workplace.appoint(post, someone, LocalDate.of(2022, 1, 1));
            UUID certificate = madeUp(someone, life % 2 == 0);
            for (int i = 0; i < 12; i++) {
                LocalDate day = FROM.minusDays(30).plusDays(random.nextInt(2300));
                boolean rule = standings
                        .on(day, certificates.find(certificate).orElseThrow())
                        .isFit();
                assertThat(covered(enterprise, someone, day))
                        .as("life %d on %s", life, day)
                        .isEqualTo(rule);
                fit += rule ? 1 : 0;
                unfit += rule ? 0 : 1;
            }
        }
        assertThat(fit).as("both answers were met").isGreaterThan(LIVES);
        assertThat(unfit).isGreaterThan(LIVES);
    }

    private boolean covered(UUID enterprise, Someone someone, LocalDate day) {
        return fitness.ofEnterprise(enterprise, day, EVER).stream()
                .anyMatch(person -> person.person().equals(someone.id()) && person.covered());
    }

    private UUID madeUp(Someone someone, boolean order30) {
        LocalDate due = order30 ? LocalDate.of(2026, 5, 25).plusDays(random.nextInt(14)) : null;
        UUID certificate =
                certified.issueUnder(order30 ? "order-30-operator" : "order-19-operator", someone, LOW, FROM, TO, due);
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate on = FROM.plusDays(random.nextInt(2200));
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            sql.update(
                    "INSERT INTO certificate_event (id, certificate_id, kind, effective_on, reason, actor, review_due, recorded_at) VALUES (?, ?, ?, ?, 'test', 'test', ?, ?)",
                    Ids.next(),
                    certificate,
                    kind,
                    on,
                    "REVIEWED".equals(kind) && random.nextBoolean() ? on.plusYears(1) : null,
                    on.atStartOfDay(OfficialClock.ZONE).toInstant());
        }
        return certificate;
    }
}
