package org.chizheng.verification.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the checks of certificates add up to. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ScanningTest {
    @Inject
    Scanning scanning;

    @Inject
    Scans scans;

    @Inject
    GuessThrottle throttle;

    @Inject
    Forgetting forgetting;

    @Inject
    Certified certified;

    @Inject
    Workplace workplace;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    @Test
    void aCertificateCheckedFromFiftyNetworksOnADayRaisesOneAlarm() {
        UUID certificate = certified.issue(workplace.someone(), "operator-low-voltage-electrical");
        scanning.write(sites(certificate, 0, 49));
        scanning.write(sites(certificate, 0, 49));
        assertThat(alarms(certificate)).as("49 networks, twice").isEmpty();
        scanning.write(sites(certificate, 49, 50));
        scanning.write(sites(certificate, 50, 60));
        assertThat(alarms(certificate)).containsExactly(50);
    }

    @Test
    void whoAsksForThirtyCodesThatDoNotExistIsBarred() {
        byte[] guesser = network(UUID.randomUUID().toString());
        scanning.write(guesses(guesser, 29));
        throttle.look();
        assertThat(throttle.isBarred(guesser)).isFalse();
        scanning.write(guesses(guesser, 1));
        throttle.look();
        assertThat(throttle.isBarred(guesser)).isTrue();
        assertThat(throttle.isBarred(network("somebody else"))).isFalse();
        assertThat(sql.list("SELECT figure FROM verification_alarm WHERE network = ?", row -> row.getInt(1), (Object)
                        guesser))
                .containsExactly(30);
    }

    @Test
    void guessesOfAnEarlierWindowDoNotCount() {
        byte[] network = network(UUID.randomUUID().toString());
        scanning.write(guesses(network, 29));
        sql.update("UPDATE verification_guess SET since = since - interval '11 minutes' WHERE network = ?", (Object)
                network);
        scanning.write(guesses(network, 29));
        throttle.look();
        assertThat(throttle.isBarred(network)).isFalse();
    }

    @Test
    void theHolderSeesTheNewestChecksOfOwnCertificatesOnly() {
        Workplace.Someone holder = workplace.someone();
        UUID own = certified.issue(holder, "operator-low-voltage-electrical");
        UUID anothers = certified.issue(workplace.someone(), "operator-low-voltage-electrical");
        UUID enterprise = workplace.enterprise("320102");
        scanning.write(List.of(
                new Scan(
                        own,
                        "VALID",
                        Scan.Via.PAGE,
                        network("a"),
                        null,
                        clock.now().minusSeconds(60)),
                new Scan(own, "VALID", Scan.Via.DOOR, network("b"), enterprise, clock.now()),
                new Scan(anothers, "VALID", Scan.Via.PAGE, network("a"), null, clock.now())));
        List<Scans.Seen> seen = scans.ofPerson(holder.id(), 20);
        assertThat(seen).extracting(Scans.Seen::via).containsExactly("DOOR", "PAGE");
        assertThat(seen.get(0).enterprise()).isEqualTo("测试企业320102");
        assertThat(seen.get(1).enterprise()).isNull();
        assertThat(seen.get(1).network()).hasSize(4).isNotEqualTo(seen.get(0).network());
    }

    @Test
    void checksAreForgottenWhenTheirTimeIsOverAndAlarmsAreNot() {
        UUID certificate = certified.issue(workplace.someone(), "operator-low-voltage-electrical");
        scanning.write(sites(certificate, 0, 50));
        forgetting.forget(clock.today().plusDays(400));
        assertThat(count(certificate)).isEqualTo(50);
        while (forgetting.forget(clock.today().plusDays(401)) > 0) {
            assertThat(count(certificate)).as("the oldest first").isIn(0, 50);
        }
        assertThat(count(certificate)).isZero();
        assertThat(alarms(certificate)).containsExactly(50);
    }

    private List<Scan> sites(UUID certificate, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new Scan(
                        certificate, "VALID", Scan.Via.PAGE, network(certificate + "/" + i), null, clock.now()))
                .toList();
    }

    private List<Scan> guesses(byte[] network, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Scan(null, "UNKNOWN", Scan.Via.DOOR, network, null, clock.now()))
                .toList();
    }

    private static byte[] network(String name) {
        return java.util.Arrays.copyOf(org.chizheng.common.Digests.of(name), 16);
    }

    private List<Integer> alarms(UUID certificate) {
        return sql.list(
                "SELECT figure FROM verification_alarm WHERE certificate_id = ?", row -> row.getInt(1), certificate);
    }

    private int count(UUID certificate) {
        return sql.first(
                        "SELECT count(*) FROM verification_scan WHERE certificate_id = ?",
                        row -> row.getInt(1),
                        certificate)
                .orElseThrow();
    }
}
