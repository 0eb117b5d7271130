package org.chizheng.verification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.DocumentSize;
import org.chizheng.certificate.document.OtherPress;
import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.certificate.token.Claiming;
import org.chizheng.certificate.token.QrText;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.verification.scan.ScanLog;
import org.chizheng.verification.scan.Scans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What the public doors answer to a number, to what a QR code says, and to a document. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class VerificationDoorsTest {
    private static final String QUALIFICATION = "principal-hazchem-production";
    private static final String PUBLIC = "http://localhost:8080";

    @Inject
    Certified certified;

    @Inject
    Workplace workplace;

    @Inject
    Certificates certificates;

    @Inject
    Claiming claiming;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    ScanLog log;

    @Inject
    Scans scans;

    @Inject
    Sql sql;

    private Workplace.Someone holder;
    private CertificateView certificate;

    @BeforeEach
    void aCertificate() {
        sql.update("DELETE FROM verification_guess");
        holder = workplace.someone();
        certificate = certified.issueByTheSweep(holder, QUALIFICATION);
    }

    @Test
    void theTextOfTheQrCodeAnswersAsTheNumberDoes() {
        Response byNumber = given().get("/api/verify/" + certificate.code());
        Response byToken = token(qr());
        assertThat(byToken.statusCode()).isEqualTo(200);
        for (String field : List.of("resultClass", "code", "name", "idNumber", "validTo", "qualificationZh")) {
            assertThat(byToken.<Object>path(field)).as(field).isNotNull().isEqualTo(byNumber.path(field));
        }
        assertThat(byToken.<String>path("resultClass")).isEqualTo("VALID");
        assertThat(byToken.<Boolean>path("full")).isFalse();
        assertThat(byToken.asString()).doesNotContain(holder.name(), holder.idNumber());
    }

    @Test
    void aForgedQrCodeIsNamedForWhatIsWrongWithIt() {
        CertificateView other = certified.issueByTheSweep(workplace.someone(), QUALIFICATION);
        byte[] token = claiming.token(certificate.id()).orElseThrow();
        byte[] changed = token.clone();
        changed[changed.length / 3] ^= 1;
        assertThat(resultOf(token(QrText.of(PUBLIC, certificate.code(), changed))))
                .isIn("SIGNATURE_WRONG", "UNREADABLE");
        byte[] broken = token.clone();
        broken[broken.length - 5] ^= 1;
        assertThat(resultOf(token(QrText.of(PUBLIC, certificate.code(), broken))))
                .isEqualTo("SIGNATURE_WRONG");
        assertThat(resultOf(token(QrText.of(PUBLIC, other.code(), token))))
                .as("a signature that was copied to another number")
                .isEqualTo("SIGNATURE_WRONG");
        assertThat(resultOf(token("https://www.baidu.com/"))).isEqualTo("UNREADABLE");
        assertThat(token("no code").statusCode()).isEqualTo(400);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/verify")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body("[")
                .post("/api/verify")
                .then()
                .statusCode(400);
    }

    @Test
    void aTokenFollowsTheStateOfItsCertificate() {
        LocalDate today = clock.today();
        certified.event(certificate.id(), "SUSPENDED", today);
        assertThat(resultOf(token(qr()))).isEqualTo("SUSPENDED");
        certified.event(certificate.id(), "REVOKED", today);
        assertThat(resultOf(token(qr()))).isEqualTo("REVOKED");
    }

    @Test
    void theIssuedDocumentIsRecognisedInBothSizesByItsBytes() {
        for (DocumentSize size : DocumentSize.values()) {
            byte[] pdf = certificates.pdf(certificate.id(), size).orElseThrow();
            Response answer = document(pdf);
            assertThat(resultOf(answer)).as(size.name()).isEqualTo("VALID");
            assertThat(answer.<String>path("code")).isEqualTo(VerificationCode.grouped(certificate.code()));
        }
    }

    @Test
    void aDocumentThatWasChangedIsNamedWithTheNumberItHas() {
        byte[] pdf = certificates.pdf(certificate.id());
        byte[] changed = pdf.clone();
        changed[pdf.length / 2] ^= 1;
        assertAltered(document(changed));
        byte[] longer = Arrays.copyOf(pdf, pdf.length + 20);
        System.arraycopy("\n% nothing is added\n".getBytes(ISO_8859_1), 0, longer, pdf.length, 20);
        assertAltered(document(longer));
    }

    private void assertAltered(Response answer) {
        assertThat(resultOf(answer)).isEqualTo("ALTERED");
        assertThat(answer.<String>path("code")).isEqualTo(VerificationCode.grouped(certificate.code()));
        assertThat(answer.<String>path("name")).as("nothing of its holder").isNull();
    }

    @Test
    void aDocumentOfAnotherPressOrOfNoneIsNotOurs() {
        byte[] pdf = certificates.pdf(certificate.id());
        assertThat(resultOf(document(OtherPress.sheet()))).isEqualTo("UNKNOWN_KEY");
        String text = new String(pdf, ISO_8859_1);
        int from = text.indexOf("/Contents <") + 20;
        byte[] unsigned = pdf.clone();
        Arrays.fill(unsigned, from, from + 40, (byte) '7');
        assertThat(resultOf(document(unsigned))).isEqualTo("SIGNATURE_WRONG");
        assertThat(resultOf(document("%PDF-1.7\nnothing more".getBytes(ISO_8859_1))))
                .isEqualTo("SIGNATURE_WRONG");
        assertThat(resultOf(document("GIF89a".getBytes(ISO_8859_1)))).isEqualTo("UNREADABLE");
        assertThat(document(new byte[0]).<String>path("reason")).isEqualTo("FILE_MISSING");
        Response large = document(new byte[2_000_001]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.<String>path("reason")).isEqualTo("FILE_TOO_LARGE");
    }

    @Test
    void thePageTakesADocumentToo() {
        Response page = given().get("/verify");
        String field = page.htmlPath().getString("**.find { it.@type == 'hidden' }.@value");
        Response answer = given().cookies(page.cookies())
                .multiPart("csrf-token", field)
                .multiPart("file", "c.pdf", certificates.pdf(certificate.id()), "application/pdf")
                .post("/verify");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).contains(VerificationCode.grouped(certificate.code()));
    }

    @Test
    void anEmployerSeesItsOwnPeopleInFullAndOthersMasked() {
        UUID enterprise = workplace.enterprise("320102");
        workplace.appoint(
                workplace.post(enterprise, QUALIFICATION), holder, clock.today().minusDays(1));
        RequestSpecification own = employer(enterprise);
        Response answer = given(own).get("/api/verify/" + certificate.code());
        assertThat(answer.<Boolean>path("full")).isTrue();
        assertThat(answer.<String>path("name")).isEqualTo(holder.name());
        assertThat(answer.<String>path("idNumber")).isEqualTo(holder.idNumber());
        assertThat(sql.list(
                        "SELECT 1 FROM audit_entry WHERE act = 'saw in full' AND subject_id = ?",
                        row -> 1,
                        certificate.id().toString()))
                .hasSize(1);
        Response others = given(employer(workplace.enterprise("320102"))).get("/api/verify/" + certificate.code());
        assertThat(others.<Boolean>path("full")).isFalse();
        assertThat(others.asString()).doesNotContain(holder.name(), holder.idNumber());
        log.flush();
        assertThat(scans.ofPerson(holder.id(), 10))
                .extracting(Scans.Seen::enterprise)
                .as("the holder is told who looked")
                .doesNotContainNull()
                .hasSize(2);
    }

    @Test
    void whoGuessesNumbersWaitsAndWhoIsSignedInDoesNot() {
        for (int i = 0; i < 30; i++) {
            given().get("/api/verify/" + VerificationCode.draw(new java.util.Random(i)))
                    .then()
                    .statusCode(404);
        }
        log.flush();
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(10))
                .until(() -> given().get("/api/verify/" + certificate.code()).statusCode() == 429);
        Response barred = given().get("/api/verify/" + certificate.code());
        assertThat(barred.<String>path("reason")).isEqualTo("TOO_MANY_GUESSES");
        assertThat(Integer.parseInt(barred.header("Retry-After"))).isPositive();
        given().get("/v/" + certificate.code()).then().statusCode(429);
        given(employer(workplace.enterprise("320102")))
                .get("/api/verify/" + certificate.code())
                .then()
                .statusCode(200);
        sql.update("DELETE FROM verification_guess");
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(10))
                .until(() -> given().get("/api/verify/" + certificate.code()).statusCode() == 200);
    }

    private RequestSpecification employer(UUID enterprise) {
        return Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
    }

    private String qr() {
        return QrText.of(
                PUBLIC, certificate.code(), claiming.token(certificate.id()).orElseThrow());
    }

    private static Response token(String text) {
        return given().contentType(ContentType.JSON)
                .body("{\"token\": \"%s\"}".formatted(text))
                .post("/api/verify");
    }

    private static Response document(byte[] file) {
        return given().contentType("application/pdf").body(file).post("/api/verify");
    }

    private static String resultOf(Response answer) {
        return answer.path("resultClass");
    }
}
