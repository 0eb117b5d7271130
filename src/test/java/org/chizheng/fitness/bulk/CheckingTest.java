package org.chizheng.fitness.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Standings;
import org.chizheng.certificate.rule.Standing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.fitness.Fitness;
import org.chizheng.fitness.rule.FitReason;
import org.chizheng.people.rule.CitizenId;
import org.chizheng.workforce.Founding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is answered of whom: each reason, strangers, limits, ten thousand at once, and that holder rates see the same. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CheckingTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String WELDING = "operator-fusion-welding";
    private static final String POLICY = "order-19-operator";

    @Inject
    Checking checking;

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
    Founding founding;

    @Inject
    Told told;

    @Inject
    Sealer sealer;

    @Inject
    Sql sql;

    @Inject
    OfficialClock clock;

    private UUID enterprise;
    private UUID post;
    private LocalDate today;

    /** Keeps what a log of checks would be told. */
    @ApplicationScoped
    static class Told {
        private final List<BulkChecked> all = new ArrayList<>();

        void hear(@Observes BulkChecked checked) {
            all.add(checked);
        }

        List<BulkChecked> taken() {
            List<BulkChecked> taken = List.copyOf(all);
            all.clear();
            return taken;
        }
    }

    @BeforeEach
    void anEnterprise() {
        enterprise = workplace.enterprise("320102");
        post = workplace.post(enterprise, LOW);
        today = clock.today();
    }

    private Asker employer() {
        return employer("account:test-" + UUID.randomUUID());
    }

    private Asker employer(String name) {
        return new Asker(name, name, List.of(enterprise), List.of());
    }

    private static AskedRow row(Someone someone, String qualification) {
        return AskedRow.of(1, someone.name(), someone.idNumber(), qualification, "", true);
    }

    private AnsweredRow ask(Someone someone, String qualification) {
        return checking.check(employer(), List.of(row(someone, qualification)), null)
                .rows()
                .get(0);
    }

    private FitReason reason(Someone someone, String qualification) {
        return ask(someone, qualification).reason();
    }

    private UUID issue(Someone holder, LocalDate from, LocalDate to) {
        return certified.issueUnder(POLICY, holder, LOW, from, to, null);
    }

    @Test
    void eachStateOfACertificateIsAReason() {
        for (String end : List.of("SUSPENDED", "REVOKED", "WITHDRAWN", "CANCELLED", "SUPERSEDED")) {
            Someone holder = workplace.staff(post);
            certified.event(issue(holder, today.minusYears(1), today.plusYears(5)), end, today.minusDays(1));
            assertThat(reason(holder, LOW)).isEqualTo(FitReason.valueOf(end));
        }
        Someone valid = workplace.staff(post);
        UUID certificate = issue(valid, today.minusYears(1), today.plusYears(5));
        AnsweredRow fit = ask(valid, LOW);
        assertThat(fit.reason()).isEqualTo(FitReason.FIT);
        assertThat(fit.validTo()).isEqualTo(today.plusYears(5));
        assertThat(fit.certificate())
                .isEqualTo(certificates.find(certificate).orElseThrow().code());
        certified.event(certificate, "SUSPENDED", today.plusDays(1));
        assertThat(reason(valid, LOW)).as("from tomorrow on only").isEqualTo(FitReason.FIT);
        Someone soon = workplace.staff(post);
        issue(soon, today.minusYears(1), today.plusDays(10));
        assertThat(reason(soon, LOW)).isEqualTo(FitReason.EXPIRING);
        Someone late = workplace.staff(post);
        issue(late, today.minusYears(7), today.minusDays(1));
        assertThat(reason(late, LOW)).isEqualTo(FitReason.EXPIRED);
        Someone early = workplace.staff(post);
        certified.issue(early, LOW, today.plusDays(1), today.plusYears(5), clock.now());
        assertThat(reason(early, LOW)).isEqualTo(FitReason.NOT_YET_VALID);
        Someone overdue = workplace.staff(post);
        certified.issueUnder(
                "order-30-operator",
                overdue,
                LOW,
                LocalDate.of(2023, 4, 1),
                today.plusYears(2),
                LocalDate.of(2026, 3, 31));
        assertThat(reason(overdue, LOW)).isEqualTo(FitReason.REVIEW_OVERDUE);
    }

    @Test
    void ownPeopleWithoutTheCertificateAreToldApart() {
        Someone welder = workplace.staff(post);
        certified.issueUnder(POLICY, welder, WELDING, today.minusYears(1), today.plusYears(5), null);
        assertThat(ask(welder, LOW).reason()).isEqualTo(FitReason.WRONG_ITEM);
        assertThat(ask(welder, LOW).holds()).containsExactly(WELDING);
        assertThat(reason(welder, "熔化焊接与热切割作业")).as("by its Chinese name").isEqualTo(FitReason.FIT);
        assertThat(reason(welder, "FUSION welding and thermal cutting")).isEqualTo(FitReason.FIT);
        Someone nobody = workplace.staff(post);
        assertThat(reason(nobody, LOW)).isEqualTo(FitReason.NO_CERTIFICATE);
        assertThat(reason(nobody, "unheard of")).isEqualTo(FitReason.QUALIFICATION_UNKNOWN);
        assertThat(reason(new Someone(null, nobody.name(), "12345"), LOW)).isEqualTo(FitReason.ID_INVALID);
        assertThat(reason(new Someone(null, "别人", nobody.idNumber()), LOW)).isEqualTo(FitReason.NAME_DIFFERS);
        assertThat(checking.check(
                                employer(),
                                List.of(AskedRow.of(1, nobody.name(), nobody.idNumber(), LOW, "x".repeat(300), true)),
                                null)
                        .rows()
                        .get(0)
                        .reason())
                .isEqualTo(FitReason.CELL_UNREADABLE);
    }

    @Test
    void ofAStrangerNothingIsToldButTheCertificateThatWasAskedFor() {
        Someone holder = workplace.someone();
        UUID certificate = issue(holder, today.minusYears(1), today.plusYears(5));
        assertThat(reason(holder, LOW)).isEqualTo(FitReason.FIT);
        Someone registered = workplace.someone();
        String first17 = "320700191001010" + (10 + new Random().nextInt(80));
        Someone unknown = new Someone(null, holder.name(), first17 + CitizenId.checkCharacter(first17));
        List<AnsweredRow> answers = checking.check(
                        employer(),
                        List.of(
                                row(holder, WELDING),
                                row(registered, LOW),
                                row(new Someone(null, "别的名字", holder.idNumber()), LOW),
                                row(unknown, LOW)),
                        null)
                .rows();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.reason()).isEqualTo(FitReason.NOT_FOUND);
            assertThat(answer.holds()).isEmpty();
            assertThat(answer.certificate()).isNull();
            assertThat(answer.validTo()).isNull();
        });
        certified.event(certificate, "REVOKED", today);
        AnsweredRow revoked = ask(holder, LOW);
        assertThat(revoked.reason()).isEqualTo(FitReason.REVOKED);
        assertThat(revoked.certificate()).as("no code of what is not fit").isNull();
    }

    @Test
    void regulatorsHaveThePeopleOfTheirRegionForTheirOwn() {
        Someone nobody = workplace.staff(post);
        Asker here = new Asker("account:r1", "r1" + UUID.randomUUID(), List.of(), List.of("3201"));
        Asker elsewhere = new Asker("account:r2", "r2" + UUID.randomUUID(), List.of(), List.of("3203"));
        Asker everywhere = new Asker("account:r3", "r3" + UUID.randomUUID(), List.of(), List.of(""));
        List<AskedRow> rows = List.of(row(nobody, LOW));
        assertThat(checking.check(here, rows, null).rows().get(0).reason()).isEqualTo(FitReason.NO_CERTIFICATE);
        assertThat(checking.check(everywhere, rows, null).rows().get(0).reason())
                .isEqualTo(FitReason.NO_CERTIFICATE);
        assertThat(checking.check(elsewhere, rows, null).rows().get(0).reason()).isEqualTo(FitReason.NOT_FOUND);
    }

    @Test
    void whoTriesNumbersForANameIsStoppedAndOthersAreNot() {
        Someone holder = workplace.someone();
        sql.update("UPDATE person SET name = '独一无二名' WHERE id = ?", holder.id());
        issue(holder, today.minusYears(1), today.plusYears(5));
        Asker fisher = employer();
        List<AskedRow> tries = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String first17 = "32070019100101%03d".formatted(100 + i);
            tries.add(AskedRow.of(i + 1, "独一无二名", first17 + CitizenId.checkCharacter(first17), LOW, "", true));
        }
        AskedRow right = AskedRow.of(61, "独一无二 名", holder.idNumber(), LOW, "", true);
        tries.add(right);
        List<AnsweredRow> answers = checking.check(fisher, tries, null).rows();
        assertThat(answers.subList(0, 50)).extracting(AnsweredRow::reason).containsOnly(FitReason.NOT_FOUND);
        assertThat(answers.subList(50, 61)).extracting(AnsweredRow::reason).containsOnly(FitReason.TOO_MANY_TRIES);
        assertThat(checking.check(fisher, List.of(right), null).rows().get(0).reason())
                .as("later, too")
                .isEqualTo(FitReason.TOO_MANY_TRIES);
        Asker honest = employer();
        for (int i = 0; i < 60; i++) {
            assertThat(checking.check(honest, List.of(tries.get(0)), null)
                            .rows()
                            .get(0)
                            .reason())
                    .as("the same row again and again")
                    .isEqualTo(FitReason.NOT_FOUND);
        }
        assertThat(checking.check(honest, List.of(right), null).rows().get(0).reason())
                .isEqualTo(FitReason.FIT);
    }

    @Test
    void theLogOfChecksIsToldOfCertificatesAndOfNothingElse() {
        Someone holder = workplace.staff(post);
        UUID certificate = issue(holder, today.minusYears(1), today.plusYears(5));
        told.taken();
        checking.check(employer(), List.of(row(holder, LOW), row(workplace.someone(), LOW)), "192.0.2.7");
        List<BulkChecked> heard = told.taken();
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).found()).containsExactly(new BulkChecked.Found(certificate, FitReason.FIT));
        assertThat(heard.get(0).enterprise()).isEqualTo(enterprise);
        assertThat(heard.get(0).address()).isEqualTo("192.0.2.7");
    }

    /** Random rosters under random lives, with an item that covers another and with another authority's certificates. */
    @Test
    void whatIsFitHereIsCoveredInTheHolderRateAndNothingElse() throws SQLException {
        PostgresResource.asOwner(
                "INSERT INTO qualification_cover (covering, covered, in_force_from, mark, source) VALUES ('%s', '%s', '2020-01-01', 'UNCERTAIN', 'bulk-test')"
                        .formatted("operator-high-voltage-electrical", LOW),
                "INSERT INTO foreign_acceptance (department, qualification, in_force_from, mark, source) VALUES ('HOUSING', '%s', '2020-01-01', 'UNCERTAIN', 'bulk-test')"
                        .formatted(LOW));
        try {
            agree(new Random(76));
        } finally {
            PostgresResource.asOwner(
                    "DELETE FROM qualification_cover WHERE source = 'bulk-test'",
                    "DELETE FROM foreign_acceptance WHERE source = 'bulk-test'");
        }
    }

    private void agree(Random random) {
        UUID housing = founding.post(enterprise, "建筑岗位", LOW, "HOUSING", today.minusYears(3));
        List<String> items = List.of(LOW, WELDING, "operator-high-voltage-electrical");
        List<String> kinds = List.of("SUSPENDED", "REINSTATED", "REVIEWED", "REVOKED", "SUPERSEDED");
        List<AskedRow> rows = new ArrayList<>();
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Someone someone = workplace.someone();
            boolean built = random.nextInt(3) == 0;
            workplace.appoint(built ? housing : post, someone, today.minusYears(2));
            for (int n = 1 + random.nextInt(2); n > 0; n--) {
                LocalDate from = today.minusDays(random.nextInt(1800) - 100);
                boolean old = random.nextBoolean();
                UUID certificate = certified.issueUnder(
                        old ? "order-30-operator" : POLICY,
                        someone,
                        items.get(random.nextInt(3)),
                        from,
                        from.plusDays(1500),
                        old ? LocalDate.of(2026, 5, 20).plusDays(random.nextInt(20)) : null);
                for (int e = random.nextInt(2); e > 0; e--) {
                    certified.event(
                            certificate, kinds.get(random.nextInt(kinds.size())), today.minusDays(random.nextInt(300)));
                }
            }
            if (random.nextInt(4) == 0) {
                foreign(someone, random.nextBoolean() ? "HOUSING" : "MARKET", random.nextBoolean());
            }
            rows.add(AskedRow.of(i, someone.name(), someone.idNumber(), LOW, built ? "建筑岗位" : "测试岗位", true));
            people.add(someone.id());
        }
        Map<UUID, Fitness.OnPost> rate = fitness.ofEnterprise(enterprise, today, clock.now()).stream()
                .collect(Collectors.toMap(Fitness.OnPost::person, p -> p));
        List<AnsweredRow> answers = checking.check(employer(), rows, null).rows();
        int fit = 0;
        int foreignFit = 0;
        for (int i = 0; i < rows.size(); i++) {
            AnsweredRow answer = answers.get(i);
            boolean yes = answer.reason().fit() != FitReason.Fit.NO;
            Fitness.OnPost onPost = rate.get(people.get(i));
            assertThat(yes).as("%d %s", i, answer.reason()).isEqualTo(onPost.covered());
            if (yes) {
                fit++;
                foreignFit += answer.otherAuthority() ? 1 : 0;
            }
            agreesWithTheRule(people.get(i), answer);
        }
        assertThat(fit).isBetween(20, 100);
        assertThat(foreignFit).as("another authority's counted").isPositive();
    }

    /** With one certificate of the very item and no other, the reason is its standing. */
    private void agreesWithTheRule(UUID person, AnsweredRow answer) {
        var all = certificates.ofPerson(person);
        if (all.size() == 1 && all.get(0).qualification().equals(LOW) && !answer.otherAuthority()) {
            Standing standing = standings.on(today, all.get(0));
            assertThat(answer.reason().name()).isEqualTo(standing == Standing.VALID ? "FIT" : standing.name());
        }
    }

    private void foreign(Someone someone, String department, boolean running) {
        sql.update(
                "INSERT INTO foreign_certificate (id, person_id, qualification, department, issuer, number_sealed, number_index, valid_from, valid_to, file_digest, region, recorded_by, recorded_at)"
                        + " VALUES (?, ?, ?, ?, '测试厅', ''::bytea, ?, ?, ?, '', '', 'test', ?)",
                Ids.next(),
                someone.id(),
                LOW,
                department,
                UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                today.minusYears(2),
                running ? today.plusYears(1) : today.minusDays(2),
                clock.now());
    }

    @Test
    void tenThousandAreAnsweredAndNoMoreThanTheHourAllows() {
        List<AskedRow> rows = crowd();
        Asker asker = employer();
        List<AnsweredRow> answers = checking.check(asker, rows, null).rows();
        assertThat(answers).extracting(AnsweredRow::reason).containsOnly(FitReason.FIT);
        checking.check(asker, rows, null);
        assertThatThrownBy(() -> checking.check(asker, rows.subList(0, 1), null))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(BulkRefusal.RATE_EXCEEDED);
                    assertThat((long) refused.arguments().get(1)).isBetween(1L, 3600L);
                });
        sql.update(
                "UPDATE bulk_meter SET since = ? WHERE meter = ?", clock.now().minusSeconds(3601), asker.meter());
        assertThat(checking.check(asker, rows.subList(0, 1), null).rows()).hasSize(1);
        List<AskedRow> tooMany = new ArrayList<>(rows);
        tooMany.add(rows.get(0));
        assertThatThrownBy(() -> checking.check(employer(), tooMany, null))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(BulkRefusal.TOO_MANY_ROWS));
        assertThatThrownBy(() -> checking.check(employer(), List.of(), null))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(BulkRefusal.NO_ROWS));
    }

    /** Ten thousand holders as copies of one, who stand at no post of the asker. */
    private List<AskedRow> crowd() {
        Someone first = workplace.someone();
        UUID certificate = issue(first, today.minusYears(1), today.plusYears(5));
        Instant now = clock.now();
        List<Object[]> people = new ArrayList<>();
        List<AskedRow> rows = new ArrayList<>();
        for (int i = 0; i < Checking.MOST_ROWS; i++) {
            String first17 = "3208%02d19700101%03d".formatted(i / 1000, i % 1000);
            String number = first17 + CitizenId.checkCharacter(first17);
            people.add(new Object[] {
                Ids.next(), sealer.index("CITIZEN_ID:" + number, "person.id-number"), "人群中人", today, now
            });
            rows.add(AskedRow.of(i + 1, "人群中人", number, LOW, "", true));
        }
        sql.batch(
                "INSERT INTO person (id, id_type, id_number_index, id_number_sealed, name, sex, birth_date, created_at) VALUES (?, 'CITIZEN_ID', ?, ''::bytea, ?, 'MALE', ?, ?)",
                people);
        for (String[] copied : List.of(
                new String[] {"enrolment", "'ticket', p.id"},
                new String[] {"sitting", "'enrolment_id', p.id"},
                new String[] {"result", "'sitting_id', p.id"},
                new String[] {"certificate", "'result_id', p.id, 'code', p.id, 'file_number', p.id"})) {
            sql.update("""
                    INSERT INTO %1$s SELECT (jsonb_populate_record(t, jsonb_build_object('id', p.id, 'person_id', p.id, %2$s))).*
                    FROM %1$s t, person p WHERE t.person_id = ? AND p.name = '人群中人'""".formatted(copied[0], copied[1]), first.id());
        }
        assertThat(certificates.find(certificate)).isPresent();
        return rows;
    }
}
