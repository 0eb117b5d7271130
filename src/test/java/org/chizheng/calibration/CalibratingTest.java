package org.chizheng.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.bank.Difficulties;
import org.chizheng.bank.MeasuredDifficulty;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** From answers to measured difficulties, and from there to the papers of the next session. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CalibratingTest {
    private final Random random = new Random(11);

    @Inject
    MadeUpSittings madeUp;

    @Inject
    Counting counting;

    @Inject
    Calibrating calibrating;

    @Inject
    Calibrations calibrations;

    @Inject
    CountedItems items;

    @Inject
    Difficulties difficulties;

    @Inject
    Sql sql;

    private String sat(int candidates) {
        String subject = madeUp.subject();
        UUID session = madeUp.session(40);
        sitAndCount(session, subject, candidates);
        return subject;
    }

    private void sitAndCount(UUID session, String subject, int candidates) {
        Object[] ids = madeUp.sit(session, subject, candidates, random).stream()
                .map(MadeUpSittings.Sat::sitting)
                .toArray(UUID[]::new);
        while (sql.first("SELECT 1 FROM calibration_pending WHERE sitting_id = ANY (?) LIMIT 1", row -> 1, (Object) ids)
                .isPresent()) {
            counting.countWaiting();
        }
    }

    private void calibrate(String subject) {
        calibrating.ask(subject);
        while (calibrations.awaited(subject)) {
            calibrating.calibrateNext();
        }
    }

    private Map<UUID, Integer> chances(UUID session) {
        Map<UUID, Integer> chances = new java.util.HashMap<>();
        sql.list(
                "SELECT p.revision_id, p.chance FROM paper_batch_pool p JOIN exam_session e ON e.batch_id = p.batch_id WHERE e.id = ?",
                row -> chances.put(row.getObject(1, UUID.class), row.getInt(2)),
                session);
        return chances;
    }

    @Test
    void measuredDifficultyReachesTheNextCommittedPoolAndNoEarlierOne() {
        String subject = sat(600);
        UUID earlier = madeUp.planned(3);
        Map<UUID, Integer> before = chances(earlier);
        calibrate(subject);
        Map<UUID, MeasuredDifficulty> measured = difficulties.of(subject);
        assertThat(measured).hasSizeGreaterThan(100).allSatisfy((revision, difficulty) -> {
            assertThat(difficulty.responses()).isGreaterThanOrEqualTo(200);
            assertThat(difficulty.error()).isLessThanOrEqualTo(0.3);
        });
        Map<UUID, Integer> after = chances(madeUp.planned(3));
        assertThat(chances(earlier)).as("what is committed stays").isEqualTo(before);
        List<UUID> byMeasure = new ArrayList<>(measured.keySet());
        byMeasure.sort(java.util.Comparator.comparingDouble(
                revision -> measured.get(revision).b()));
        List<Integer> chances = byMeasure.stream().map(after::get).toList();
        assertThat(chances)
                .as("the harder, the less likely at the cut")
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(chances.get(0) - chances.get(chances.size() - 1)).isGreaterThan(200_000);
    }

    @Test
    void difficultiesAreFoundAgainAndTheSecondRunBeginsFromTheFirst() {
        String subject = sat(400);
        calibrate(subject);
        CalibrationRun first = calibrations.newest(subject).orElseThrow();
        Map<UUID, ItemCalibration> found = calibrations.items(first.id(), Calibrations.RASCH);
        double sum = 0;
        int count = 0;
        for (CountedItem item : items.of(subject)) {
            boolean plain =
                    !item.stem().equals(MadeUpSittings.MISKEYED) && !item.stem().equals(MadeUpSittings.EASY);
            if (plain && found.containsKey(item.revision())) {
                ItemCalibration one = found.get(item.revision());
                double error = one.parameters().b() - MadeUpSittings.difficulty(item.stem());
                sum += error
                        * error
                        / (one.parameters().seB() * one.parameters().seB());
                count++;
            }
        }
        assertThat(count).isGreaterThan(150);
        assertThat(Math.sqrt(sum / count)).as("errors in standard errors").isBetween(0.7, 1.5);
        assertThat(found.values()).allSatisfy(one -> assertThat(one.shift()).isEmpty());
        UUID another = madeUp.session(20);
        sitAndCount(another, subject, 50);
        calibrate(subject);
        CalibrationRun second = calibrations.newest(subject).orElseThrow();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.sittings()).isEqualTo(450);
        assertThat(calibrations.items(second.id(), Calibrations.RASCH).values())
                .anySatisfy(one -> assertThat(one.shift()).isPresent());
        assertThat(calibrations.items(second.id(), Calibrations.TWO_PL)).hasSizeGreaterThan(150);
    }

    @Test
    void tooFewSittingsAreNotCalibrated() {
        String subject = sat(Calibrating.FEWEST - 1);
        assertThatThrownBy(() -> calibrating.ask(subject))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(CalibrationRefusal.TOO_FEW_SITTINGS));
        assertThat(calibrations.awaited(subject)).isFalse();
    }

    @Test
    void whoAsksTwiceGetsOneCalibrationAndTheNightAsksOnlyWhereSomethingIsNew() {
        String subject = sat(Calibrating.FEWEST);
        calibrating.byNight();
        calibrating.ask(subject);
        while (calibrations.awaited(subject)) {
            calibrating.calibrateNext();
        }
        UUID run = calibrations.newest(subject).orElseThrow().id();
        calibrating.byNight();
        assertThat(calibrations.awaited(subject)).isFalse();
        assertThat(calibrations.newest(subject).orElseThrow().id()).isEqualTo(run);
    }
}
