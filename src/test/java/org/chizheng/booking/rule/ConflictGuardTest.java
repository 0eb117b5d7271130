package org.chizheng.booking.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.chizheng.booking.rule.ConflictGuard.Candidate;
import org.chizheng.booking.rule.ConflictGuard.Kind;
import org.chizheng.booking.rule.ConflictGuard.Officer;
import org.chizheng.booking.rule.ConflictGuard.Teaching;
import org.junit.jupiter.api.Test;

class ConflictGuardTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 10);
    private static final LocalDate TRAINED = LocalDate.of(2026, 10, 1);
    private static final UUID CANDIDATE = new UUID(0, 1);
    private static final UUID OFFICER = new UUID(0, 2);
    private static final UUID PROVIDER = new UUID(0, 3);
    private static final UUID ENTERPRISE = new UUID(0, 4);
    private static final Candidate LINKED =
            new Candidate(CANDIDATE, Set.of(OFFICER), Map.of(PROVIDER, TRAINED), Set.of(ENTERPRISE));

    private static Kind link(Candidate candidate, Officer officer) {
        return ConflictGuard.link(candidate, officer, DAY)
                .map(ConflictGuard.Link::kind)
                .orElse(null);
    }

    private static Officer teaching(LocalDate since, LocalDate until) {
        return new Officer(new UUID(0, 9), List.of(new Teaching(PROVIDER, since, until)), Set.of());
    }

    @Test
    void strangersAreNotLinked() {
        Officer stranger = new Officer(
                new UUID(0, 9), List.of(new Teaching(new UUID(0, 8), TRAINED, null)), Set.of(new UUID(0, 7)));
        assertThat(link(LINKED, stranger)).isNull();
    }

    @Test
    void nobodyWatchesOneself() {
        assertThat(link(LINKED, new Officer(CANDIDATE, List.of(), Set.of()))).isEqualTo(Kind.SELF);
    }

    @Test
    void theOwnTrainerIsNamedBeforeProviderAndEnterprise() {
        Officer all = new Officer(OFFICER, List.of(new Teaching(PROVIDER, TRAINED, null)), Set.of(ENTERPRISE));
        assertThat(link(LINKED, all)).isEqualTo(Kind.TRAINER);
    }

    @Test
    void aTrainerOfTheProviderIsLinkedThoughAnotherTaught() {
        assertThat(link(LINKED, teaching(TRAINED.minusYears(1), null))).isEqualTo(Kind.PROVIDER);
    }

    @Test
    void whoLeftTheProviderBeforeTheTrainingIsFreeAndOnItsFirstDayIsNot() {
        assertThat(link(LINKED, teaching(TRAINED.minusYears(1), TRAINED.minusDays(1))))
                .isNull();
        assertThat(link(LINKED, teaching(TRAINED.minusYears(1), TRAINED))).isEqualTo(Kind.PROVIDER);
    }

    @Test
    void whoBeginsToTeachAfterTheSessionIsFree() {
        assertThat(link(LINKED, teaching(DAY, null))).isEqualTo(Kind.PROVIDER);
        assertThat(link(LINKED, teaching(DAY.plusDays(1), null))).isNull();
    }

    @Test
    void theSameEnterpriseLinks() {
        Officer colleague = new Officer(OFFICER, List.of(), Set.of(ENTERPRISE));
        Candidate plain = new Candidate(CANDIDATE, Set.of(), Map.of(), Set.of(ENTERPRISE));
        assertThat(link(plain, colleague)).isEqualTo(Kind.ENTERPRISE);
    }
}
