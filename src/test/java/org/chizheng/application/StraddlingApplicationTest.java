package org.chizheng.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.OnTheDay;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.application.rule.EligibilityRule;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.record.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Operators who apply around the first of June 2026: the policy of the day of application decides, attempts are those of the sitting's day. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StraddlingApplicationTest {
    @Inject
    Workplace workplace;

    @Inject
    MadeUpApplications made;

    @Inject
    Applications applications;

    @Inject
    Applying applying;

    @Inject
    Recording recording;

    private Workplace.Someone someone;

    @BeforeEach
    void somebody() {
        someone = workplace.someone();
    }

    private void failed(String day) {
        recording.add(
                someone.id(),
                MadeUpApplications.OPERATOR,
                "THEORY_FAILED",
                LocalDate.parse(day),
                null,
                Ids.next(),
                "order-30-operator");
    }

    private UUID apply(String schooling) {
        ApplyForm form = MadeUpApplications.form(MadeUpApplications.OPERATOR, "3206");
        form.education = schooling;
        return applying.apply(someone.id(), form, new Applying.Sender("CANDIDATE", null, "account:test"));
    }

    private void assertRefused(String day, String schooling, EligibilityRule rule, String article) {
        OnTheDay.at(
                day,
                () -> assertThatThrownBy(() -> apply(schooling)).isInstanceOfSatisfying(NotEligible.class, not -> {
                    assertThat(not.objections()).extracting(ObjectionView::rule).containsExactly(rule);
                    assertThat(not.objections().get(0).article()).isEqualTo(article);
                }));
    }

    private void assertApplied(String day, String schooling, String policy) {
        OnTheDay.at(
                day,
                () -> assertThat(applications
                                .find(apply(schooling))
                                .orElseThrow()
                                .policy())
                        .isEqualTo(policy));
    }

    @Test
    void onThe30thOfMayPrimarySchoolIsNotEnough() {
        assertRefused("2026-05-30T09:00", "PRIMARY", EligibilityRule.SCHOOLING, "总局令第30号 第四条");
    }

    @Test
    void onThe31stOfMayToItsLastSecondNeither() {
        assertRefused("2026-05-31T23:59:59", "PRIMARY", EligibilityRule.SCHOOLING, "总局令第30号 第四条");
        assertApplied("2026-05-31T23:59:59", "JUNIOR_MIDDLE", "order-30-operator");
    }

    @Test
    void onThe1stOfJuneItIs() {
        assertApplied("2026-06-01T00:00", "PRIMARY", "order-19-operator");
    }

    @Test
    void whoFailedTwiceIsRefusedWhileTheExaminationMustBeHeldUnderTheOldOrder() {
        failed("2026-02-10");
        failed("2026-03-10");
        assertRefused(
                "2026-04-01T09:00", "JUNIOR_MIDDLE", EligibilityRule.NO_ATTEMPT_LEFT, "安监总培训〔2013〕104号 第十条（补考一次）");
    }

    @Test
    void whoFailedTwiceAppliesOnThe30thOfMayForASittingUnderTheNewOne() {
        failed("2026-02-10");
        failed("2026-03-10");
        assertApplied("2026-05-30T09:00", "JUNIOR_MIDDLE", "order-30-operator");
    }

    @Test
    void theLimitsAreWorkingDaysAndPassOverTheDragonBoatFestival() {
        OnTheDay.at("2026-06-15T09:00", () -> {
            ApplicationView sent = applications.find(apply("PRIMARY")).orElseThrow();
            // 16, 17, 18 June, the festival from Friday 19 to Sunday 21, 22 and 23 June.
            assertThat(sent.answerDue()).isEqualTo(LocalDate.of(2026, 6, 23));
            assertThat(sent.decideDue()).isEqualTo(LocalDate.of(2026, 7, 14));
        });
    }

    @Test
    void acceptedOnesWaitForASeatNearTheirAuthorityOnly() {
        UUID id = made.accepted(someone, MadeUpApplications.OPERATOR, "320612");
        assertThat(applications.accepted(someone.id(), MadeUpApplications.OPERATOR))
                .map(ApplicationView::id)
                .contains(id);
        assertThat(waiting("3206")).contains(id);
        assertThat(waiting("320612")).contains(id);
        assertThat(waiting("320613")).doesNotContain(id);
        assertThat(waiting("3205")).doesNotContain(id);
        recording.add(
                someone.id(),
                MadeUpApplications.OPERATOR,
                "THEORY_PASSED",
                LocalDate.now(OfficialClock.ZONE),
                null,
                Ids.next(),
                "order-19-operator");
        assertThat(waiting("3206")).as("the theory is passed").doesNotContain(id);
    }

    private List<UUID> waiting(String region) {
        return applications.waitingForSeat(region, MadeUpApplications.OPERATOR, 1000).stream()
                .map(ApplicationView::id)
                .toList();
    }
}
