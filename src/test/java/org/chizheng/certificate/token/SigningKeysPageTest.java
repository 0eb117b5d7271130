package org.chizheng.certificate.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Two administrators mark a key as compromised by the page; a regulator looks on. The key is one for documents, which nothing here signs with. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SigningKeysPageTest {
    private static final String PAGE = "/signing-keys";
    private static final String PROPOSE = "/signing-keys/compromises";

    @Inject
    Accounting accounting;

    @Inject
    KeyRegistering registering;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private String kid;

    @BeforeEach
    void aKeyForDocuments() throws Exception {
        byte[] spki =
                KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded();
        kid = KeyId.of(spki).hex();
        registering.register(Purpose.DOCUMENT, KeyId.of(spki), "ES256", spki);
    }

    @Test
    void whatOneProposesAnotherConfirms() {
        RequestSpecification one = Entrance.as(Roles.ADMINISTRATOR, accounting);
        RequestSpecification other = Entrance.as(Roles.ADMINISTRATOR, accounting);
        assertThat(propose(one, anHourAgo(), "备份硬盘遗失").statusCode()).isEqualTo(303);
        String confirm = PROPOSE + "/" + proposal() + "/confirm";
        Response alone = Entrance.post(one, PAGE, confirm);
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(alone.asString()).contains("请另一位管理员确认", "须由另一位管理员确认").doesNotContain("action=\"" + confirm);
        assertThat(Entrance.post(other, PAGE, confirm).statusCode()).isEqualTo(303);
        assertThat(given(other).get(PAGE).asString()).contains(kid, "已确认", "已泄露", "备份硬盘遗失");
        assertThat(given(other).get(PAGE + "?lang=en").asString())
                .contains("Signing keys", "Confirmed", "Compromised since")
                .doesNotContain("??", "密钥编号");
        assertThat(sql.list(
                        "SELECT act FROM audit_entry WHERE subject = 'signing-key' AND subject_id = ? ORDER BY id",
                        row -> row.getString(1),
                        kid))
                .containsExactly("registered", "compromise proposed", "compromised");
    }

    @Test
    void whatIsRefusedStandsOnThePageAgain() {
        RequestSpecification door = Entrance.as(Roles.ADMINISTRATOR, accounting);
        Response noTime = propose(door, "gestern", "备份硬盘遗失");
        assertThat(noTime.statusCode()).isEqualTo(400);
        assertThat(noTime.asString()).contains("自何时起", "备份硬盘遗失");
        assertThat(propose(door, anHourAgo(), "").statusCode()).isEqualTo(400);
        assertThat(Entrance.post(door, PAGE, PROPOSE, "kid", "0000000000000000", "at", anHourAgo(), "reason", "x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Entrance.post(door, PAGE, PROPOSE + "/" + UUID.randomUUID() + "/confirm")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aProposalCanBeWithdrawn() {
        RequestSpecification door = Entrance.as(Roles.ADMINISTRATOR, accounting);
        propose(door, anHourAgo(), "备份硬盘遗失");
        assertThat(Entrance.post(door, PAGE, PROPOSE + "/" + proposal() + "/withdraw")
                        .statusCode())
                .isEqualTo(303);
        assertThat(given(door).get(PAGE).asString()).contains("已撤回");
    }

    @Test
    void aRegulatorReadsOnly() {
        RequestSpecification door = Entrance.as(Roles.REGULATOR, accounting);
        Response page = given(door).get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains(kid).doesNotContain("<form class=\"form\"");
        assertThat(propose(door, anHourAgo(), "备份硬盘遗失").statusCode()).isEqualTo(403);
    }

    private Response propose(RequestSpecification door, String at, String reason) {
        return Entrance.post(door, PAGE, PROPOSE, "kid", kid, "at", at, "reason", reason);
    }

    private String anHourAgo() {
        return LocalDateTime.ofInstant(clock.now(), OfficialClock.ZONE)
                .minusHours(1)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private UUID proposal() {
        return sql.first(
                        "SELECT id FROM signing_key_compromise WHERE kid = ? AND decision IS NULL",
                        row -> row.getObject(1, UUID.class),
                        kid)
                .orElseThrow();
    }
}
