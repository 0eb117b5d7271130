package org.chizheng.sitting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.common.Signer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What anybody who has a receipt's number is told, and what nobody is told. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReceiptDoorsTest extends RunningRoom {
    @Inject
    Beginning beginning;

    @Inject
    HandingIn handingIn;

    @Inject
    Confirming confirming;

    @Inject
    Sittings sittings;

    @Inject
    Signer signer;

    private UUID enrolment;
    private UUID sitting;
    private ReceiptView receipt;

    @BeforeEach
    void aReceipt() {
        enrolment = sessions.byTicket(ticket).orElseThrow().id();
        int epoch = beginning.begin(enrolment).epoch();
        sitting = sittings.find(enrolment).orElseThrow().id;
        List<AnswerEvent> events = IntStream.rangeClosed(1, 30)
                .mapToObj(n -> new AnswerEvent(n, n, "1"))
                .toList();
        receipt = handingIn.handIn(enrolment, new AnswersForm(epoch, events));
    }

    private Response asked(String number) {
        return given().get("/api/receipts/" + number);
    }

    private String resultClass() {
        return asked(receipt.number()).path("resultClass");
    }

    private String page(String lang) {
        return given().get("/r/" + receipt.number() + "?lang=" + lang).asString();
    }

    @Test
    void theReceiptIsConfirmedWithAllThatItSays() {
        asked(receipt.number())
                .then()
                .statusCode(200)
                .body("resultClass", equalTo("HOLDS"))
                .body("number", equalTo(receipt.number()))
                .body("at", equalTo(receipt.at().toString()))
                .body("count", equalTo(30))
                .body("digest", equalTo(receipt.digest()))
                .body("signature", equalTo(receipt.signature()));
        assertThat(receipt.number()).hasSize(20);
        assertThat(page("zh")).contains("核对一致", "是本系统的签名", "与回执一致", receipt.digest(), receipt.signature());
        assertThat(page("en")).contains("Confirmed", "Made by this system", "Agree with the receipt");
    }

    @Test
    void nothingOfThePersonTheScoreOrThePlaceIsTold() {
        assertThat(asked(receipt.number()).<Map<String, Object>>path("$"))
                .containsOnlyKeys(
                        "resultClass",
                        "sitting",
                        "number",
                        "at",
                        "count",
                        "digest",
                        "signature",
                        "publicKey",
                        "checkedAt",
                        "host");
        assertThat(page("zh") + page("en") + asked(receipt.number()).asString())
                .doesNotContain(
                        NAME, ID_NUMBER, ticket, session.toString(), enrolment.toString(), "测试考点", "Test centre", "合格");
    }

    /** By the words on the page, with nothing of ours. */
    @Test
    void theSignatureIsCheckedWithoutTheService() throws GeneralSecurityException, IOException {
        Response told = asked(receipt.number());
        byte[] first = sha256(
                told.<String>path("sitting").getBytes(UTF_8),
                told.<String>path("number").getBytes(UTF_8),
                told.<String>path("at").getBytes(UTF_8),
                String.valueOf(told.<Integer>path("count")).getBytes(UTF_8),
                HexFormat.of().parseHex(told.path("digest")));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(told.<String>path("publicKey")))));
        check.update(sha256("sitting-receipt".getBytes(UTF_8), first));
        assertThat(check.verify(Base64.getDecoder().decode(told.<String>path("signature"))))
                .isTrue();
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (byte[] part : parts) {
            out.writeInt(part.length);
            out.write(part);
        }
        return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    }

    @Test
    void aNumberIsReadHoweverItIsTyped() {
        String typed = receipt.number().toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
        assertThat(asked(typed).statusCode()).isEqualTo(200);
        assertThat(given().get("/r/ " + typed.replace('-', ' ') + " ").statusCode())
                .isEqualTo(200);
        assertThat(given().redirects()
                        .follow(false)
                        .queryParam("number", typed)
                        .get("/r")
                        .header("Location"))
                .endsWith("/r/" + receipt.number());
    }

    @Test
    void anAlteredLogIsNotTheReceiptedOne() throws SQLException {
        String of = " WHERE sitting_id = '" + sitting + "'";
        altered(
                "UPDATE response_event SET answer = '2'" + of + " AND position = 6",
                "UPDATE response_event SET answer = '1'" + of + " AND position = 6");
        altered(
                "CREATE TABLE kept AS SELECT * FROM response_event" + of
                        + " AND position = 32; DELETE FROM response_event" + of + " AND position = 32",
                "INSERT INTO response_event SELECT * FROM kept; DROP TABLE kept");
        altered(
                "INSERT INTO response_event SELECT sitting_id, 34, 31, 31, '1', received_at, true, hash, 'ANSWERED' FROM response_event"
                        + of + " AND position = 32",
                "DELETE FROM response_event" + of + " AND position = 34");
    }

    private void altered(String change, String back) throws SQLException {
        PostgresResource.asOwner(change.split("; "));
        assertThat(resultClass()).as(change).isEqualTo("LOG_ALTERED");
        assertThat(page("zh")).contains("作答记录不一致", "是本系统的签名", "与回执不一致");
        assertThat(page("en")).contains("Answers differ", "Do not agree with the receipt");
        PostgresResource.asOwner(back.split("; "));
        assertThat(resultClass()).as(back).isEqualTo("HOLDS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events = events + 1",
                "at = at + interval '1 second'",
                "digest = sha256(digest)",
                "digest = ''",
                "signature = sha256(signature)",
                "signature = ''"
            })
    void aChangedReceiptIsNotTheSignedOne(String change) throws SQLException {
        PostgresResource.asOwner("UPDATE receipt SET " + change + " WHERE sitting_id = '" + sitting + "'");
        assertThat(resultClass()).isEqualTo("NOT_SIGNED");
        assertThat(page("zh")).contains("签名不符", "不是本系统对这份回执的签名", "不能据此核对");
        assertThat(page("en")).contains("Signature differs", "Cannot be compared");
    }

    @Test
    void aReceiptOfTheFirstKindStillHolds() throws SQLException {
        String number = receipt.number().substring(0, 16);
        byte[] signed = ResponseChain.receipt(
                sitting, number, receipt.at(), receipt.count(), HexFormat.of().parseHex(receipt.digest()));
        String signature = HexFormat.of().formatHex(signer.sign(ResponseChain.PURPOSE, signed));
        PostgresResource.asOwner("UPDATE receipt SET number = '" + number + "', signature = '\\x" + signature
                + "' WHERE sitting_id = '" + sitting + "'");
        asked(number).then().statusCode(200).body("resultClass", equalTo("HOLDS"));
        asked(receipt.number()).then().statusCode(404);
    }

    @Test
    void anUnknownNumberIsAPageInWords() {
        String unknown = "0123456789ABCDEF0123";
        asked(unknown).then().statusCode(404).body("resultClass", equalTo("UNKNOWN"));
        Response page = given().get("/r/" + unknown);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.asString())
                .contains("查无此回执", "<a class=\"button\" href=\"/r\">")
                .doesNotContain("<svg");
        assertThat(given().get("/r/" + unknown + "?lang=en").asString()).contains("No such receipt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "8F3A0C51D27BE9645A7G", "<b>", "%00", "%2e%2e%2f", "' OR 1=1", "证", "0"})
    void whatCannotBeANumberIsToldSo(String text) {
        Response page = given().urlEncodingEnabled(!text.startsWith("%")).get("/r/{number}", text);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString()).contains("回执号不正确").doesNotContain("<b>");
        assertThat(given().urlEncodingEnabled(!text.startsWith("%"))
                        .get("/api/receipts/{number}", text)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theCandidateGetsTheCodeOfTheOwnReceipt() {
        ReceiptCodeView code = confirming.code(enrolment);
        assertThat(code.url()).isEqualTo("http://localhost:8080/r/" + receipt.number());
        assertThat(page("zh")).contains(code.qr(), code.url());
    }
}
