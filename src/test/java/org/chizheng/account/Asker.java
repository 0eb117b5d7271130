package org.chizheng.account;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.Entrance;
import org.chizheng.common.Sql;
import org.chizheng.message.Deliveries;
import org.chizheng.message.Delivering;
import org.chizheng.message.DeliveryView;
import org.chizheng.message.rule.Address;
import org.chizheng.people.rule.CitizenId;

import io.restassured.response.Response;

/** Asks for accounts by the doors, with people and telephones of its own, and reads the text messages as the demo's administrator would. */
@ApplicationScoped
public class Asker {
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static int serial;
    private final SendingCodes sending;
    private final Delivering delivering;
    private final Deliveries deliveries;
    private final Sql sql;

    Asker(SendingCodes sending, Delivering delivering, Deliveries deliveries, Sql sql) {
        this.sending = sending;
        this.delivering = delivering;
        this.deliveries = deliveries;
        this.sql = sql;
    }

    /** Somebody whom no other test knows. */
    public record Human(String name, String number, String phone, String username) {}

    public static synchronized Human human() {
        serial++;
        String first17 = "3209001991%02d%02d%03d".formatted(1 + serial % 12, 1 + serial / 12 % 28, 500 + serial % 400);
        // The masked number shows three digits before and two behind: both tell telephones apart.
        String phone = "1%02d%06d%02d".formatted(30 + serial / 100 % 60, serial, serial % 100);
        return new Human("测试新人", first17 + CitizenId.checkCharacter(first17), phone, "neu" + serial);
    }

    /** One browser, before and between the two steps. */
    final class Browser {
        private final Map<String, String> cookies = new HashMap<>();

        Response post(String path, String... fields) {
            Response page = given().cookies(cookies).get("/account/new");
            cookies.putAll(page.cookies());
            var form = given().redirects()
                    .follow(false)
                    .cookies(cookies)
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("csrf-token", Entrance.token(page));
            for (int i = 0; i < fields.length; i += 2) {
                form.formParam(fields[i], fields[i + 1]);
            }
            Response answer = form.post(path);
            cookies.putAll(answer.cookies());
            return answer;
        }

        Response ask(Human human, String phone) {
            return post("/account/new", "name", human.name(), "idNumber", human.number(), "phone", phone);
        }

        Response code() {
            return given().redirects().follow(false).cookies(cookies).get("/account/code");
        }

        Response open(String code, String username) {
            return post("/account/code", "code", code, "username", username, "password", PASSWORD, "again", PASSWORD);
        }
    }

    static final String PASSWORD = "a long word for tests";

    Browser browser() {
        return new Browser();
    }

    /** Whoever asked is dealt with, and what is to be sent is sent. */
    public void deliver() {
        sending.send();
        for (int i = 0; i < 1000 && isAsked(); i++) {
            sending.send();
        }
        for (int i = 0; i < 500 && isUnderWay(); i++) {
            delivering.deliver();
            // The service's own sweep may hold it, and be held up itself.
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** The service's own sweep may hold some of them. */
    private boolean isAsked() {
        return sql.first("SELECT 1 FROM account_opening WHERE decided_at IS NULL LIMIT 1", row -> true)
                .isPresent();
    }

    private boolean isUnderWay() {
        return sql.first(
                        "SELECT 1 FROM message_outbox m LEFT JOIN message_delivery d ON d.message_id = m.id"
                                + " WHERE m.direct AND (m.planned_at IS NULL OR d.state IN ('WAITING', 'SENDING')) LIMIT 1",
                        row -> true)
                .isPresent();
    }

    /** The newest code that was sent to a telephone. */
    public Optional<String> codeTo(String phone) {
        return deliveries.newest("SENT").stream()
                .filter(each -> each.template().equals("account_code")
                        && Address.maskedPhone(phone).equals(each.to()))
                .map(DeliveryView::words)
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    /** A code that is not this one. */
    static String wrong(String right) {
        return String.format(Locale.ROOT, "%06d", (Integer.parseInt(right) + 1) % 1_000_000);
    }

    /** From the first step to the open account. */
    Browser opened(Human human) {
        Browser browser = browser();
        browser.ask(human, human.phone());
        deliver();
        browser.open(codeTo(human.phone()).orElseThrow(), human.username());
        return browser;
    }

    static Response signedIn(Human human, String page) {
        Response signIn = given().redirects()
                .follow(false)
                .formParam("j_username", human.username())
                .formParam("j_password", PASSWORD)
                .post("/j_security_check");
        return given().redirects().follow(false).cookies(signIn.cookies()).get(page);
    }
}
