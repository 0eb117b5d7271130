package org.chizheng.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Identifying;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** What becomes of messages; the service's own sweep works beside the tests, as another replica would. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeliveringTest {
    private static final String LOW = "operator-low-voltage-electrical";

    @Inject
    Messaging messaging;

    @Inject
    Delivering delivering;

    @Inject
    Reaching reaching;

    @Inject
    Identifying identifying;

    @Inject
    Accounting accounting;

    @Inject
    Workplace workplace;

    @Inject
    MockMailbox mailbox;

    @Inject
    Mailer mailer;

    @Inject
    MessageConfig config;

    @Inject
    ChizhengConfig installation;

    @Inject
    MailDoor mailDoor;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID person;
    private String phone;

    @BeforeEach
    void somebodyWithATelephone() {
        person = workplace.someone().id();
        phone = "138%08d".formatted(Math.floorMod(person.getLeastSignificantBits(), 100_000_000L));
        identifying.keepPhone(person, phone);
    }

    private void expires() {
        messaging.toPerson(person, "CERTIFICATE_EXPIRES", "30", "2026-12-25", LOW);
    }

    private List<String> outcomes() {
        return sql.list(
                "SELECT d.door || ' ' || d.state FROM message_delivery d JOIN message_outbox m ON m.id = d.message_id WHERE m.person_id = ? ORDER BY 1",
                row -> row.getString(1),
                person);
    }

    private List<String> texts() {
        return sql.list(
                "SELECT t.to_masked || ': ' || t.words FROM text_message t JOIN message_delivery d ON d.id = t.delivery_id"
                        + " JOIN message_outbox m ON m.id = d.message_id WHERE m.person_id = ?",
                row -> row.getString(1),
                person);
    }

    /** Until the sweep, which may hold some of them, has let go. */
    private void deliverAll() {
        Instant end = Instant.now().plusSeconds(20);
        do {
            delivering.deliver();
        } while (Instant.now().isBefore(end)
                && (outcomes().isEmpty()
                        || outcomes().stream().anyMatch(o -> o.endsWith("SENDING") || o.endsWith("WAITING"))));
    }

    @Test
    void aMessageIsKeptOnceInTheLocalOutboxThoughManySendersWorkAtOnce() {
        for (int i = 0; i < 20; i++) {
            expires();
        }
        CompletableFuture<?>[] senders = Stream.generate(() -> CompletableFuture.runAsync(delivering::deliver))
                .limit(4)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(senders).join();
        deliverAll();
        assertThat(outcomes()).hasSize(20).containsOnly("TEXT SENT");
        assertThat(texts())
                .hasSize(20)
                .allMatch(text -> text.startsWith(phone.substring(0, 3) + "******" + phone.substring(9)))
                .allMatch(text -> text.contains("低压电工作业") && text.contains("30 天"))
                .noneMatch(text -> text.contains(phone));
        assertThat(sql.list(
                        "SELECT attempts FROM message_delivery d JOIN message_outbox m ON m.id = d.message_id WHERE m.person_id = ?",
                        row -> row.getInt(1),
                        person))
                .as("each was taken by one sender")
                .containsOnly(1);
    }

    private UUID account() {
        UUID account = accounting.open(
                "m" + person.toString().replace("-", "").substring(16), "a long word for tests", "测试", "Test", person);
        accounting.grant(account, new Grant(Roles.CANDIDATE, null, null, null));
        return account;
    }

    @Test
    void mailGoesToTheAddressOfTheAccountWhichIsKeptUnderSeal() {
        UUID account = account();
        String address = "u" + person.toString().substring(24) + "@example.com";
        reaching.person(person, " " + address + " ", true);
        expires();
        deliverAll();
        assertThat(outcomes()).containsExactly("MAIL SENT", "TEXT SENT");
        var mails = mailbox.getMailsSentTo(address);
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).getText()).contains("低压电工作业").doesNotContain(phone);
        assertThat(mails.get(0).getHeaders()).containsKeys("Message-ID", "Auto-Submitted");
        assertThat(sql.list(
                        "SELECT 1 FROM account WHERE id = ? AND position(?::bytea IN mail_sealed) > 0",
                        row -> 1,
                        account,
                        address.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void remindersCanBeDeclinedAndLegalNoticesCannot() {
        account();
        reaching.person(person, null, false);
        expires();
        deliverAll();
        assertThat(outcomes()).containsExactly("NONE DECLINED");
        messaging.toPerson(person, "A_NOTICE_WITHOUT_WORDS");
        deliverAll();
        assertThat(outcomes())
                .as("it went to its door, which found no words for it")
                .contains("TEXT DEAD");
        reaching.person(person, null, true);
        expires();
        deliverAll();
        assertThat(outcomes()).contains("TEXT SENT");
    }

    @Test
    void aMessageThatWouldTellAPersonalNumberIsGivenUp() {
        messaging.toPerson(person, "CERTIFICATE_EXPIRES", "30", "2026-12-25", "320100199001010018");
        deliverAll();
        assertThat(outcomes()).containsExactly("TEXT DEAD");
        assertThat(texts()).isEmpty();
    }

    @Test
    void whoHasNoAddressIsSaidToHaveNoneAndAnOldReminderIsNotSent() throws SQLException {
        person = workplace.someone().id();
        expires();
        deliverAll();
        assertThat(outcomes()).containsExactly("NONE NO_ADDRESS");
        somebodyWithATelephone();
        PostgresResource.asOwner(
                "INSERT INTO message_outbox (id, person_id, template, parameters, lang, created_at) VALUES (gen_random_uuid(), '"
                        + person + "', 'CERTIFICATE_EXPIRES', ARRAY['30', '2026-01-01', '" + LOW
                        + "'], 'zh', now() - interval '4 days')");
        deliverAll();
        assertThat(outcomes()).containsExactly("NONE OUTDATED");
    }

    /** A mail server that is down. */
    private final class Down extends MailDoor {
        private Down() {
            super(mailer, config, installation);
        }

        @Override
        public void take(Letter letter) {
            throw new IllegalStateException("down for " + letter.address());
        }
    }

    private void failures(int count) {
        for (int i = 0; i < count; i++) {
            delivering.deliver();
            sql.update(
                    "UPDATE message_delivery SET next_at = ? WHERE state = 'WAITING' AND message_id IN (SELECT id FROM message_outbox WHERE person_id = ?)",
                    clock.now().minusSeconds(1),
                    person);
        }
    }

    @Test
    void aFailureIsTriedAgainAfterGrowingPausesThenGivenUpInSightAndSentAgainByHand() {
        account();
        String address = "d" + person.toString().substring(24) + "@example.com";
        reaching.person(person, address, true);
        QuarkusMock.installMockForInstance(new Down(), mailDoor);
        expires();
        delivering.deliver();
        assertThat(sql.first(
                                "SELECT next_at, failure FROM message_delivery WHERE door = 'MAIL' AND state = 'WAITING' AND message_id IN"
                                        + " (SELECT id FROM message_outbox WHERE person_id = ?)",
                                row -> {
                                    assertThat(row.getString("failure")).isEqualTo("IllegalStateException");
                                    return Sql.instant(row, "next_at");
                                },
                                person)
                        .orElseThrow())
                .isBetween(clock.now().plusSeconds(20), clock.now().plus(Duration.ofMinutes(1)));
        failures(8);
        assertThat(outcomes()).containsExactly("MAIL DEAD", "TEXT SENT");
        assertThat(mailbox.getMailsSentTo(address)).isNullOrEmpty();
        QuarkusMock.installMockForInstance(new MailDoor(mailer, config, installation), mailDoor);
        RequestSpecification admin = Entrance.as(Roles.ADMINISTRATOR, accounting);
        String page = given(admin).get("/messages?state=DEAD&lang=zh").asString();
        assertThat(page).contains("已停发").doesNotContain(address, phone);
        UUID dead = sql.first(
                        "SELECT d.id FROM message_delivery d JOIN message_outbox m ON m.id = d.message_id WHERE m.person_id = ? AND d.state = 'DEAD'",
                        row -> row.getObject(1, UUID.class),
                        person)
                .orElseThrow();
        assertThat(Entrance.post(admin, "/messages", "/messages/" + dead + "/again")
                        .statusCode())
                .isEqualTo(303);
        deliverAll();
        assertThat(outcomes()).containsExactly("MAIL SENT", "TEXT SENT");
        assertThat(mailbox.getMailsSentTo(address)).hasSize(1);
        assertThat(Entrance.post(admin, "/messages", "/messages/" + dead + "/again")
                        .statusCode())
                .as("what was sent is not sent again")
                .isEqualTo(409);
    }

    @Test
    void whatWasUnderWayWhenAReplicaDiedIsNeverMailedTwiceByItselfAndATextIsKeptOnce() {
        account();
        String address = "i" + person.toString().substring(24) + "@example.com";
        reaching.person(person, address, true);
        expires();
        deliverAll();
        sql.update(
                "UPDATE message_delivery SET state = 'SENDING', sent_at = NULL, taken_at = ? WHERE message_id IN (SELECT id FROM message_outbox WHERE person_id = ?)",
                clock.now().minus(Duration.ofMinutes(11)),
                person);
        deliverAll();
        assertThat(outcomes()).containsExactly("MAIL UNCERTAIN", "TEXT SENT");
        assertThat(texts()).hasSize(1);
        assertThat(mailbox.getMailsSentTo(address)).hasSize(1);
    }

    @Test
    void anEnterpriseIsReachedByItsMailAndItsEmployerAloneSetsIt() {
        UUID enterprise = workplace.enterprise("320102");
        RequestSpecification employer =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
        String door = "/workforce/" + enterprise + "/messages";
        assertThat(Entrance.post(employer, door, door, "mail", "nobody", "reminders", "true")
                        .statusCode())
                .isEqualTo(400);
        String address = "e" + enterprise.toString().substring(24) + "@example.com";
        assertThat(Entrance.post(employer, door, door, "mail", address, "reminders", "true")
                        .statusCode())
                .isEqualTo(303);
        messaging.toEnterprise(enterprise, "CERTIFICATE_EXPIRES", "30", "2026-12-25", LOW);
        Instant end = Instant.now().plusSeconds(20);
        while (mailbox.getMailsSentTo(address).isEmpty() && Instant.now().isBefore(end)) {
            delivering.deliver();
        }
        assertThat(mailbox.getMailsSentTo(address)).hasSize(1);
        assertThat(given(employer).get(door).asString())
                .contains("e***@example.com")
                .doesNotContain(address);
        RequestSpecification other =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, workplace.enterprise("320102")), null, accounting);
        assertThat(given(other).get(door).statusCode()).isEqualTo(404);
    }

    @Test
    void everyTemplateThatIsLaidIntoTheOutboxHasWordsInBothLanguages() throws IOException {
        Set<String> templates =
                new TreeSet<>(sql.list("SELECT template FROM message_reminder_template", row -> row.getString(1)));
        Pattern laid = Pattern.compile("\\.to(?:Person|Enterprise)\\(\\s*[^,]+,\\s*\"([A-Za-z_]+)\"[,)]");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher matcher = laid.matcher(Files.readString(source));
                while (matcher.find()) {
                    templates.add(matcher.group(1));
                }
            }
        }
        assertThat(templates).contains("CERTIFICATE_EXPIRES", "incident_decided");
        for (String lang : List.of("zh", "en")) {
            Properties words = new Properties();
            try (var in =
                    Files.newBufferedReader(Path.of("src/main/resources/messages/message_" + lang + ".properties"))) {
                words.load(in);
            }
            assertThat(templates).as(lang).allMatch(template -> words.containsKey("message_" + template));
        }
    }
}
