package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.certificate.life.ActForm;
import org.chizheng.certificate.life.Acting;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.session.SessionRefusal;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Whose certificate is revoked for fraud sits no examination for the years of the policy. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FraudBanTest extends RunningRoom {
    private static final String PRINCIPAL = "principal-hazchem-production";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Acting acting;

    @Inject
    Sql sql;

    private Workplace.Someone holder;

    private void revoked(String ground) {
        holder = workplace.someone();
        UUID certificate = certified.issue(holder, PRINCIPAL);
        UUID proposal = acting.act(certificate, new ActForm("REVOKE", ground, "测试", "测试1", ""), "one")
                .orElseThrow();
        assertThat(bans()).as("a proposal bans nobody").isZero();
        acting.confirm(proposal, "another");
    }

    private int bans() {
        return sql.list("SELECT 1 FROM record_fact WHERE person_id = ? AND kind = 'BAN'", row -> 1, holder.id())
                .size();
    }

    private String enrol() {
        return enrolling.enrol(session, holder.name(), holder.idNumber(), null);
    }

    private void assertBanned() {
        assertThatThrownBy(this::enrol)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(SessionRefusal.BANNED));
    }

    @Test
    void anApplicationIsRefusedForThreeYearsAndAcceptedAfterwards() {
        LocalDate day = clock.today();
        revoked("FRAUD");
        assertBanned();
        OnTheDay.at(day.plusYears(3).minusDays(1) + "T09:00", this::assertBanned);
        OnTheDay.at(day.plusYears(3) + "T09:00", () -> assertThat(enrol()).isNotBlank());
    }

    @Test
    void onAnotherGroundNobodyIsBanned() {
        revoked("ISSUED_WRONGLY");
        assertThat(bans()).isZero();
        assertThat(enrol()).isNotBlank();
    }
}
