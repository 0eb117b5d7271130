package org.chizheng.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Applicants;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.account.Asker.Human;
import org.chizheng.centre.Equipping;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.message.Delivering;
import org.chizheng.people.Accounting;
import org.chizheng.people.Identifying;
import org.chizheng.people.Registering;
import org.chizheng.people.Roles;
import org.chizheng.record.Recording;
import org.chizheng.session.CheckingIn;
import org.chizheng.session.Enrolling;
import org.chizheng.session.Opening;
import org.chizheng.session.Scheduling;
import org.chizheng.session.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** An account without a ticket, by the doors: for whoever is new, and against whoever knows another's name and number. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AccountDoorsTest {
    private static final String LOW = "operator-low-voltage-electrical";

    @Inject
    Asker asker;

    @Inject
    Metering metering;

    @Inject
    Delivering delivering;

    @Inject
    Registering registering;

    @Inject
    Identifying identifying;

    @Inject
    Accounting accounting;

    @Inject
    Recording recording;

    @Inject
    Applicants applicants;

    @Inject
    Equipping equipping;

    @Inject
    Scheduling scheduling;

    @Inject
    Enrolling enrolling;

    @Inject
    Opening opening;

    @Inject
    CheckingIn checkingIn;

    @Inject
    Sessions sessions;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private Human human;

    /** The tests ask from one address, as a class in one room does. */
    @BeforeEach
    void somebodyNewWhoAsksFromAnAddressThatHasNotAsked() {
        human = Asker.human();
        sql.update("DELETE FROM account_meter");
    }

    private UUID known() {
        return registering.register(human.name(), human.number()).id();
    }

    private boolean isRegistered() {
        return !sql.list("SELECT 1 FROM account a WHERE a.username = ? AND a.active", row -> true, human.username())
                .isEmpty();
    }

    private boolean isProven() {
        return sql.first("SELECT proven FROM account WHERE username = ?", row -> row.getBoolean(1), human.username())
                .orElseThrow();
    }

    @Test
    void aNewcomerOpensAnAccountAndAppliesAlone() {
        Asker.Browser browser = asker.browser();
        Response asked = browser.ask(human, human.phone());
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.header("Location")).endsWith("/account/code").doesNotContain(human.number());
        assertThat(asked.detailedCookie(AccountPage.COOKIE).isHttpOnly()).isTrue();
        assertThat(asked.detailedCookie(AccountPage.COOKIE).getSameSite()).isEqualTo("Strict");
        assertThat(browser.code().asString())
                .contains(
                        human.phone().substring(0, 3) + "******" + human.phone().substring(9), "10 分钟")
                .doesNotContain(human.number(), human.phone(), "??");
        asker.deliver();
        String code = asker.codeTo(human.phone()).orElseThrow();
        Response opened = browser.open(code.substring(0, 3) + " " + code.substring(3), human.username());
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(303);
        assertThat(opened.header("Location")).endsWith("/sign-in?opened=true");
        assertThat(Asker.signedIn(human, "/my/applications/new").statusCode()).isEqualTo(200);
        assertThat(Asker.signedIn(human, "/my").statusCode()).isEqualTo(200);
        assertThat(isProven()).as("a telephone was proved, not a person").isFalse();
        assertThat(browser.open(code, human.username() + "b").header("Location"))
                .as("a code opens one account")
                .endsWith("/account/new?over=true");
    }

    @Test
    void nothingOfItIsKeptReadable() throws SQLException {
        Asker.Browser browser = asker.browser();
        browser.ask(human, human.phone());
        assertThat(sql.list(
                        "SELECT 1 FROM account_opening o WHERE position(?::bytea IN name_sealed || number_sealed || phone_sealed) > 0"
                                + " OR position(?::bytea IN number_sealed) > 0",
                        row -> 1,
                        human.phone().getBytes(StandardCharsets.UTF_8),
                        human.number().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        asker.deliver();
        String code = asker.codeTo(human.phone()).orElseThrow();
        String last =
                "FROM message_outbox m LEFT JOIN message_delivery d ON d.message_id = m.id LEFT JOIN text_message t ON t.delivery_id = d.id"
                        + " WHERE m.direct ORDER BY m.created_at DESC, m.id DESC LIMIT 1";
        assertThat(sql.first("SELECT num_nonnulls(m.phone_sealed, m.secret_sealed) " + last, row -> row.getInt(1)))
                .as("erased when it is sent")
                .contains(0);
        assertThat(sql.first("SELECT t.words || array_to_string(m.parameters, ' ') " + last, row -> row.getString(1))
                        .orElseThrow())
                .contains("······")
                .doesNotContain(code);
        PostgresResource.asOwner(
                "UPDATE text_message SET erase_at = now() - interval '1 second' WHERE words_sealed IS NOT NULL");
        delivering.deliver();
        assertThat(sql.first("SELECT t.words_sealed " + last, row -> row.getBytes(1) == null))
                .as("erased when its time is over")
                .contains(true);
        assertThat(asker.codeTo(human.phone())).isEmpty();
    }

    @Test
    void aCodeThatWasNotSentInTimeIsNotSentAnyMore() throws SQLException {
        UUID message = UUID.randomUUID();
        PostgresResource.asOwner(
                "INSERT INTO message_outbox (id, direct, phone_sealed, secret_sealed, expires_at, template, parameters, lang, created_at) VALUES ('"
                        + message
                        + "', true, '\\x01', '\\x01', now() - interval '1 second', 'account_code', ARRAY['······', '10'], 'zh', now())");
        for (int i = 0; i < 100 && states(message).isEmpty(); i++) {
            delivering.deliver();
        }
        assertThat(states(message)).containsExactly("OUTDATED");
        assertThat(sql.first(
                        "SELECT secret_sealed IS NULL AND phone_sealed IS NULL FROM message_outbox WHERE id = ?",
                        row -> row.getBoolean(1),
                        message))
                .contains(true);
    }

    private List<String> states(UUID message) {
        return sql.list("SELECT state FROM message_delivery WHERE message_id = ?", row -> row.getString(1), message);
    }

    @Test
    void aStrangerWhoKnowsNameAndNumberIsToldNothingAndGetsNoCode() {
        UUID person = known();
        identifying.keepVouchedPhone(person, human.phone());
        Human nobody = Asker.human();
        String strange = Asker.human().phone();
        Asker.Browser stranger = asker.browser();
        Asker.Browser newcomer = asker.browser();
        Response ofKnown = stranger.ask(human, strange);
        Response ofUnknown = newcomer.ask(nobody, nobody.phone());
        assertThat(ofKnown.statusCode()).isEqualTo(ofUnknown.statusCode()).isEqualTo(303);
        assertThat(ofKnown.headers().asList().stream().map(header -> header.getName()))
                .isEqualTo(ofUnknown.headers().asList().stream()
                        .map(header -> header.getName())
                        .toList());
        asker.deliver();
        assertThat(words(stranger.code())).isEqualTo(words(newcomer.code()));
        assertThat(asker.codeTo(strange)).as("the number that was typed").isEmpty();
        String code = asker.codeTo(human.phone()).orElseThrow();
        Response wrong = stranger.open(Asker.wrong(code), human.username());
        Response wrongToo =
                newcomer.open(Asker.wrong(asker.codeTo(nobody.phone()).orElseThrow()), nobody.username());
        assertThat(wrong.statusCode()).isEqualTo(wrongToo.statusCode()).isEqualTo(400);
        assertThat(words(wrong).replace(human.username(), ""))
                .isEqualTo(words(wrongToo).replace(nobody.username(), ""));
        assertThat(isRegistered()).isFalse();
        stranger.open(code, human.username());
        assertThat(isProven())
                .as("whoever has the telephone on record is the person")
                .isTrue();
    }

    /** What the page says, without tokens and the number that was typed. */
    private static String words(Response page) {
        return page.asString()
                .replaceAll("value=\"[A-Za-z0-9_-]{20,}=?\"|content=\"[A-Za-z0-9_-]{20,}=?\"", "")
                .replaceAll("1\\d\\d\\*{6}\\d\\d|value=\"\\d{6}\"", "");
    }

    @Test
    void aNumberThatOnlyAnEnterpriseGaveIsNotTrustedAndNoneOnRecordMeansTheCounter() {
        UUID person = known();
        Asker.Browser browser = asker.browser();
        assertThat(browser.ask(human, human.phone()).statusCode()).isEqualTo(303);
        identifying.keepPhone(person, human.phone());
        asker.deliver();
        assertThat(asker.codeTo(human.phone())).isEmpty();
        assertThat(browser.code().asString()).contains("带身份证到考试点窗口办理", "/account/ticket");
        identifying.keepVouchedPhone(person, human.phone());
        identifying.keepPhone(person, Asker.human().phone());
        browser.ask(human, Asker.human().phone());
        asker.deliver();
        assertThat(asker.codeTo(human.phone()))
                .as("what staff wrote down stays, whatever an enterprise says later")
                .isPresent();
    }

    @Test
    void anotherNameWithAKnownNumberGetsNoCode() {
        identifying.keepVouchedPhone(known(), human.phone());
        asker.browser().ask(new Human("测试旁人", human.number(), human.phone(), human.username()), human.phone());
        asker.deliver();
        assertThat(asker.codeTo(human.phone())).isEmpty();
    }

    @Test
    void aCodeIsTriedFiveTimesAndThenCountsNoMore() {
        Asker.Browser browser = asker.browser();
        browser.ask(human, human.phone());
        asker.deliver();
        String code = asker.codeTo(human.phone()).orElseThrow();
        for (int left = 4; left > 0; left--) {
            assertThat(browser.open(Asker.wrong(code), human.username()).asString())
                    .contains("还可以再试 " + left + " 次");
        }
        assertThat(browser.open(Asker.wrong(code), human.username()).header("Location"))
                .endsWith("over=true");
        assertThat(browser.open(code, human.username()).header("Location")).endsWith("over=true");
        assertThat(isRegistered()).isFalse();
    }

    @Test
    void aCodeIsGoodForTenMinutesAndThenForgotten() throws SQLException {
        Asker.Browser browser = asker.browser();
        browser.ask(human, human.phone());
        asker.deliver();
        assertThat(sql.first(
                        "SELECT extract(epoch FROM expires_at - asked_at)::int FROM account_opening ORDER BY asked_at DESC LIMIT 1",
                        row -> row.getInt(1)))
                .contains(600);
        PostgresResource.asOwner("UPDATE account_opening SET expires_at = now() - interval '1 second'");
        assertThat(browser.open(asker.codeTo(human.phone()).orElseThrow(), human.username())
                        .header("Location"))
                .endsWith("over=true");
        asker.deliver();
        assertThat(sql.list("SELECT 1 FROM account_opening WHERE expires_at <= now()", row -> 1))
                .isEmpty();
    }

    @Test
    void whetherAnAccountsNameIsTakenIsToldOnlyToWhoeverHasTheCode() {
        Human other = Asker.human();
        asker.opened(other);
        Asker.Browser browser = asker.browser();
        browser.ask(human, human.phone());
        asker.deliver();
        String code = asker.codeTo(human.phone()).orElseThrow();
        assertThat(browser.open(Asker.wrong(code), other.username()).asString()).doesNotContain("已有人使用");
        assertThat(browser.open(code, other.username()).asString()).contains("已有人使用", "value=\"" + code + "\"");
        assertThat(browser.open(code, human.username()).header("Location")).endsWith("opened=true");
    }

    @Test
    void askingTooOftenIsAnsweredWith429ForDocumentTelephoneAndAddress() {
        for (int i = 0; i < 5; i++) {
            assertThat(asker.browser().ask(human, Asker.human().phone()).statusCode())
                    .isEqualTo(303);
        }
        Response sixth = asker.browser().ask(human, Asker.human().phone());
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(80_000, 86_401);
        assertThat(sixth.asString()).contains("小时后再试").doesNotContain(human.number(), "??");
        String phone = Asker.human().phone();
        for (int i = 0; i < 5; i++) {
            assertThat(asker.browser().ask(Asker.human(), phone).statusCode()).isEqualTo(303);
        }
        assertThat(asker.browser().ask(Asker.human(), phone).statusCode()).isEqualTo(429);
        for (int i = 0; i < 120; i++) {
            count("2001:db8:0:1:0:0:0:" + i);
        }
        assertThatThrownBy(() -> count("2001:db8:0:1:9:9:9:9")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(AccountRefusal.TOO_OFTEN);
            assertThat(refused.retryAfter().orElseThrow())
                    .isBetween(java.time.Duration.ofMinutes(55), java.time.Duration.ofMinutes(61));
        });
        count("2001:db8:0:2:0:0:0:1");
    }

    private void count(String address) {
        Human other = Asker.human();
        QuarkusTransaction.requiringNew().run(() -> metering.count(address, other.phone(), other.number()));
    }

    @Test
    void whatIsMistypedIsToldAndDoesNotCount() {
        for (int i = 0; i < 7; i++) {
            Response wrong = asker.browser().ask(human, "025-8300-0000");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.asString()).contains("11 位手机号码", "value=\"测试新人\"").doesNotContain(human.number());
        }
        Human mistyped = new Human(
                human.name(),
                human.number().substring(0, 17) + (human.number().endsWith("0") ? "1" : "0"),
                human.phone(),
                human.username());
        assertThat(asker.browser().ask(mistyped, human.phone()).asString()).contains("校验位不对");
        assertThat(asker.browser().ask(human, human.phone()).statusCode()).isEqualTo(303);
    }

    @Test
    void onePersonHasOneAccountAndIsToldWhenSomebodyAsksForAnother() {
        UUID person = known();
        identifying.keepVouchedPhone(person, human.phone());
        asker.opened(human);
        Asker.Browser again = asker.browser();
        assertThat(again.ask(human, human.phone()).statusCode()).isEqualTo(303);
        asker.deliver();
        assertThat(sql.list("SELECT template FROM message_outbox WHERE person_id = ?", row -> row.getString(1), person))
                .containsExactly("account_exists");
        assertThat(sql.list("SELECT 1 FROM account WHERE person_id = ? AND active", row -> 1, person))
                .hasSize(1);
    }

    @Test
    void whoBecameKnownMeanwhileIsNotOpenedByTheNumberThatWasTyped() {
        Asker.Browser browser = asker.browser();
        browser.ask(human, human.phone());
        asker.deliver();
        known();
        assertThat(browser.open(asker.codeTo(human.phone()).orElseThrow(), human.username())
                        .header("Location"))
                .endsWith("over=true");
        assertThat(isRegistered()).isFalse();
    }

    /** Somebody opens an account in the name of a person who is not known yet, and waits for what will be known. */
    @Test
    void anAccountOnAWordAloneShowsNothingThatOthersWriteAndGivesWayToTheRealPerson() {
        asker.opened(human);
        assertThat(Asker.signedIn(human, "/my").statusCode()).isEqualTo(200);
        UUID person = known();
        recording.add(
                person, LOW, "THEORY_PASSED", LocalDate.of(2026, 6, 10), null, UUID.randomUUID(), "order-19-operator");
        afterTheAccountsWereForgotten();
        for (String page : List.of("/my", "/my/applications", "/my/messages", "/my/bookings", "/practice")) {
            Response withheld = Asker.signedIn(human, page);
            assertThat(withheld.statusCode()).as(page).isEqualTo(403);
            assertThat(withheld.asString()).contains("没有核对身份");
        }
        identifying.keepVouchedPhone(person, human.phone());
        Human real = new Human(human.name(), human.number(), human.phone(), human.username() + "r");
        asker.opened(real);
        assertThat(Asker.signedIn(real, "/my").statusCode()).isEqualTo(200);
        assertThat(isRegistered()).as("the first account is closed").isFalse();
    }

    private String enrolled(UUID session) {
        return enrolling.enrol(session, human.name(), human.number(), null);
    }

    private Response claim(String ticket, String username) {
        return asker.browser()
                .post(
                        "/account/ticket",
                        "ticket",
                        ticket,
                        "idNumber",
                        human.number(),
                        "username",
                        username,
                        "password",
                        Asker.PASSWORD,
                        "again",
                        Asker.PASSWORD);
    }

    /** Now, in a room of its own. */
    private UUID session() {
        UUID centre = applicants.centre("320826");
        applicants.session(centre, 2, 20);
        return scheduling.schedule(equipping.room(centre, "99", 2), Applicants.QUALIFICATION, clock.now());
    }

    @Test
    void aTicketOfOthersTakesThePlaceOfAnUnprovedAccount() {
        asker.opened(human);
        Response claimed = claim(enrolled(session()), human.username() + "t");
        assertThat(claimed.header("Location")).as(claimed.asString()).endsWith("opened=true");
        assertThat(isRegistered()).isFalse();
        assertThat(sql.list(
                        "SELECT proven FROM account WHERE username = ? AND active",
                        row -> row.getBoolean(1),
                        human.username() + "t"))
                .containsExactly(true);
    }

    @Test
    void aTicketThatCameOfTheAccountItselfProvesNothingUntilTheEntranceHasSeenThePerson() {
        asker.opened(human);
        applicants.accepted(known(), "320826");
        UUID session = session();
        String ticket = enrolled(session);
        Response claimed = claim(ticket, human.username() + "t");
        assertThat(claimed.statusCode()).isEqualTo(400);
        assertThat(claimed.asString()).contains("您已经有账号");
        assertThat(isProven()).isFalse();
        opening.openCheckIn(session, "test");
        checkingIn.checkIn(session, sessions.byTicket(ticket).orElseThrow().id());
        assertThat(isProven()).isTrue();
    }

    @Test
    void theStaffProvesAnAccountAfterLookingAtTheDocument() {
        asker.opened(human);
        recording.add(
                known(), LOW, "THEORY_PASSED", LocalDate.of(2026, 6, 10), null, UUID.randomUUID(), "order-19-operator");
        var admin = Entrance.as(Roles.ADMINISTRATOR, accounting);
        UUID account = sql.first(
                        "SELECT id FROM account WHERE username = ?",
                        row -> row.getObject(1, UUID.class),
                        human.username())
                .orElseThrow();
        String page = "/accounts?q=" + human.username();
        assertThat(io.restassured.RestAssured.given(admin).get(page).asString()).contains("未核对身份");
        Entrance.post(admin, page, "/accounts/" + account + "/proven", "username", human.username());
        assertThat(isProven()).isTrue();
        afterTheAccountsWereForgotten();
        assertThat(Asker.signedIn(human, "/my").statusCode()).isEqualTo(200);
    }

    @io.quarkus.cache.CacheName("accounts")
    io.quarkus.cache.Cache recently;

    /** What a replica does after ten seconds. */
    private void afterTheAccountsWereForgotten() {
        recently.invalidateAll().await().indefinitely();
    }
}
