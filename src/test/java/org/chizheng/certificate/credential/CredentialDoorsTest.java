package org.chizheng.certificate.credential;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Issuing;
import org.chizheng.certificate.status.Placing;
import org.chizheng.certificate.status.StatusKeeping;
import org.chizheng.certificate.token.KeyId;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jwt.SignedJWT;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** From a released pass to what a stranger's verifier says of the holder's file, by the doors alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CredentialDoorsTest {
    private static final String QUALIFICATION = "principal-hazchem-production";
    private static final String HOST = "http://localhost:8080";
    private static final String PASSWORD = "a long word for tests";

    @Inject
    Certified certified;

    @Inject
    Workplace workplace;

    @Inject
    Issuing issuing;

    @Inject
    Certificates certificates;

    @Inject
    Placing placing;

    @Inject
    StatusKeeping keeping;

    @Inject
    CredentialListSigning signing;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private Workplace.Someone holder;
    private RequestSpecification door;
    private CertificateView certificate;

    @BeforeEach
    void somebodyWithACertificate() {
        holder = workplace.someone();
        door = signedIn(holder);
        certificate = issued();
    }

    @Test
    void theHoldersFileIsVerifiedByThePublishedKeys() throws ParseException, JOSEException {
        Response file = given(door).get(own("credential.jwt"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("application/vc+jwt");
        assertThat(file.headers().getValues("Cache-Control")).containsExactly("no-store");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"credential.jwt\"");
        SignedJWT token = SignedJWT.parse(file.asString());
        assertThat(isOurs(file.asString())).isTrue();
        assertThat(isOurs(Wallet.altered(file.asString(), "测试工人", "李测试"))).isFalse();
        assertThat(token.getJWTClaimsSet().getJWTID()).isEqualTo(HOST + "/v/" + certificate.code());
        assertThat(token.getPayload().toString())
                .contains(holder.name(), certificate.holderIdMasked(), "江苏省应急管理厅")
                .doesNotContain(holder.idNumber(), holder.idNumber().substring(6, 14));
        assertThat(audited("vc+jwt")).isTrue();
    }

    @Test
    void thePostIsShownWithoutItsHolder() throws ParseException, JOSEException {
        Response file = given(door).get(own("credential.sd-jwt"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("application/dc+sd-jwt");
        SDJWT token = SDJWT.parse(file.asString());
        assertThat(isOurs(token.getCredentialJwt())).isTrue();
        Map<String, Object> signed =
                SignedJWT.parse(token.getCredentialJwt()).getPayload().toJSONObject();
        SDObjectDecoder decoder = new SDObjectDecoder();
        assertThat(decoder.decode(signed, token.getDisclosures())).containsEntry("holder_name", holder.name());
        assertThat(decoder.decode(signed, List.of()))
                .doesNotContainKeys("holder_name", "id_number_masked", "verification_code")
                .containsEntry("qualification", QUALIFICATION);
        assertThat(signed.toString()).doesNotContain(holder.name(), certificate.code());
        assertThat(audited("dc+sd-jwt")).isTrue();
    }

    @Test
    void aWalletsKeyIsBoundIntoThePost() throws ParseException, JOSEException {
        OctetKeyPair wallet = new OctetKeyPairGenerator(Curve.Ed25519).generate();
        Response file = post(wallet.toPublicJWK().toJSONString());
        assertThat(file.statusCode()).isEqualTo(200);
        SDJWT token = SDJWT.parse(file.asString());
        assertThat(isOurs(token.getCredentialJwt())).isTrue();
        assertThat(SignedJWT.parse(token.getCredentialJwt()).getJWTClaimsSet().getJSONObjectClaim("cnf"))
                .isEqualTo(Map.of("jwk", wallet.toPublicJWK().toJSONObject()));
        assertThat(audited("dc+sd-jwt with the key of a wallet")).isTrue();
    }

    @Test
    void aPrivateKeyAndAWrongOneAreRefusedByTheirNames() throws JOSEException {
        Response secret =
                post(new OctetKeyPairGenerator(Curve.Ed25519).generate().toJSONString());
        assertThat(secret.statusCode()).isEqualTo(400);
        assertThat(secret.asString()).contains("私钥不能交给任何人");
        Response wrong = post("{}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString()).contains("不是有效的 JWK 公钥");
    }

    @Test
    void anothersCertificateDoesNotExistAndStaffHaveNoSuchDoor() {
        RequestSpecification other = signedIn(workplace.someone());
        for (String file : List.of("credential.jwt", "credential.sd-jwt")) {
            assertThat(given(other).get(own(file)).statusCode()).isEqualTo(404);
            assertThat(given(door)
                            .get("/my/certificates/" + UUID.randomUUID() + "/" + file)
                            .statusCode())
                    .isEqualTo(404);
            for (String role : List.of(Roles.CERTIFICATE_OFFICER, Roles.ADMINISTRATOR, Roles.REGULATOR)) {
                assertThat(given(Entrance.as(role, accounting)).get(own(file)).statusCode())
                        .as(role)
                        .isEqualTo(403);
            }
            assertThat(given().redirects().follow(false).get(own(file)).statusCode())
                    .isIn(302, 401);
        }
    }

    @Test
    void noCredentialIsMadeOfACertificateThatIsNotInForce() {
        LocalDate today = clock.today();
        UUID expired = certified.issue(holder, QUALIFICATION, today.minusYears(4), today.minusDays(1));
        UUID early = certified.issue(holder, QUALIFICATION, today.plusDays(1), today.plusYears(3));
        UUID suspended = certified.issue(holder, QUALIFICATION);
        certified.event(suspended, "SUSPENDED", today);
        UUID revoked = certified.issue(holder, QUALIFICATION);
        certified.event(revoked, "REVOKED", today);
        for (UUID id : List.of(expired, early, suspended, revoked)) {
            QuarkusTransaction.requiringNew().run(() -> placing.place(id));
            Response refused = given(door).get("/my/certificates/" + id + "/credential.jwt");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.asString()).contains("不在有效状态");
        }
    }

    @Test
    void theLastDayIsADayInForceAndARevocationOfTomorrowIsNotYet() {
        LocalDate today = clock.today();
        UUID last = certified.issue(holder, QUALIFICATION, today.minusYears(3), today);
        certified.event(last, "REVOKED", today.plusDays(1));
        QuarkusTransaction.requiringNew().run(() -> placing.place(last));
        assertThat(given(door)
                        .get("/my/certificates/" + last + "/credential.jwt")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void noCredentialIsMadeOfACertificateWithoutAPlaceInTheLists() {
        UUID unplaced = certified.issue(holder, QUALIFICATION);
        Response refused = given(door).get("/my/certificates/" + unplaced + "/credential.sd-jwt");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("没有编入状态清单");
    }

    @Test
    void aRevocationIsSeenInTheListsThatTheFilesName() throws ParseException, JOSEException, IOException {
        String achievement = given(door).get(own("credential.jwt")).asString();
        String post = SDJWT.parse(given(door).get(own("credential.sd-jwt")).asString())
                .getCredentialJwt();
        published();
        assertThat(bit(achievement, "revocation")).isFalse();
        assertThat(bit(achievement, "suspension")).isFalse();
        assertThat(state(post)).isZero();
        certified.event(certificate.id(), "SUSPENDED", clock.today().minusDays(1));
        published();
        assertThat(bit(achievement, "revocation")).isFalse();
        assertThat(bit(achievement, "suspension")).isTrue();
        assertThat(state(post)).isEqualTo(2);
        certified.event(certificate.id(), "REVOKED", clock.today());
        published();
        assertThat(bit(achievement, "revocation")).isTrue();
        assertThat(bit(achievement, "suspension")).isFalse();
        assertThat(state(post)).isEqualTo(1);
    }

    @Test
    void listsAreKeptByCachesAndSignedAnewOnlyWhenTheyChangeOrComeOfAge() {
        published();
        String address = "/credentials/status/"
                + placing.of(certificate.id()).orElseThrow().list() + "/revocation";
        Response list = get(address);
        assertThat(list.contentType()).startsWith("application/vc+jwt");
        assertThat(list.headers().getValues("Cache-Control")).containsExactly("public, max-age=60");
        given().header("If-None-Match", list.header("ETag")).get(address).then().statusCode(304);
        signing.sign();
        assertThat(get(address).asString()).isEqualTo(list.asString());
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("UPDATE credential_list SET signed_at = signed_at - interval '16 minutes'"));
        until(() -> {
            signing.sign();
            return !get(address).asString().equals(list.asString());
        });
        get("/credentials/status/60000/revocation").then().statusCode(404);
        get("/credentials/status/0/message").then().statusCode(404);
        get("/credentials/status/x/revocation").then().statusCode(404);
    }

    @Test
    void theIssuerSaysWhereItsKeysAreAndWhatItsTypeIs() {
        get("/.well-known/jwt-vc-issuer")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(HOST))
                .body("jwks_uri", equalTo(HOST + "/.well-known/jwks.json"));
        Response type = get("/credentials/types/work-safety-post");
        assertThat(type.jsonPath().getString("vct")).isEqualTo(HOST + "/credentials/types/work-safety-post");
        assertThat(type.jsonPath().getList("claims.findAll { it.sd == 'always' }.path.flatten()"))
                .containsExactlyInAnyOrder("holder_name", "id_number_masked", "verification_code");
        assertThat(type.asString()).contains("证件号码（遮蔽）").doesNotContain("??");
        get("/credentials/types/other").then().statusCode(404);
        Response achievement = get("/credentials/achievements/" + QUALIFICATION);
        assertThat(achievement.jsonPath().getString("id"))
                .isEqualTo(HOST + "/credentials/achievements/" + QUALIFICATION);
        assertThat(achievement.jsonPath().getString("achievementType")).isEqualTo("Certificate");
        assertThat(achievement.asString()).doesNotContain("??");
        get("/credentials/achievements/other").then().statusCode(404);
    }

    @Test
    void aReplacedKeyStaysAmongThePublishedOnesAndACompromisedOneDoesNot()
            throws ParseException, NoSuchAlgorithmException {
        String replaced = replacedKey();
        String stolen = replacedKey();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "INSERT INTO signing_key_compromise (id, kid, compromised_at, reason, proposed_by, proposed_at, decision, decided_by, decided_at)"
                                + " VALUES (?, ?, now() - interval '1 hour', 'test', 'one', now(), 'CONFIRMED', 'two', now())",
                        UUID.randomUUID(),
                        stolen));
        JWKSet keys = keys();
        assertThat(keys.getKeyByKeyId(replaced)).isNotNull();
        assertThat(keys.getKeyByKeyId(stolen)).isNull();
        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
    }

    @Test
    void theHoldersPageOffersTheFilesInBothLanguages() {
        assertThat(given(door).get("/my").asString())
                .contains("用电子凭证出示", own("credential.jwt"), own("credential.sd-jwt"))
                .doesNotContain("??");
        assertThat(given(door).get("/my?lang=en").asString())
                .contains("Show digitally", "not bound to you")
                .doesNotContain("??");
    }

    private String own(String file) {
        return "/my/certificates/" + certificate.id() + "/" + file;
    }

    private Response post(String jwk) {
        return Entrance.post(door, "/my", own("credential.sd-jwt"), "jwk", jwk);
    }

    private RequestSpecification signedIn(Workplace.Someone person) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
        accounting.grant(
                accounting.open(name, PASSWORD, "测试考生", "Test candidate", person.id()),
                new Grant(Roles.CANDIDATE, null, null, null));
        Response signedIn = given().redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", PASSWORD)
                .post("/j_security_check");
        return new RequestSpecBuilder().addCookies(signedIn.cookies()).build();
    }

    private CertificateView issued() {
        UUID result = certified.passed(holder.id(), QUALIFICATION);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("INSERT INTO certification_pending (result_id) VALUES (?)", result));
        until(() -> {
            issuing.issueWaiting();
            return !certificates.ofPerson(holder.id()).isEmpty();
        });
        return certificates.ofPerson(holder.id()).get(0);
    }

    private boolean audited(String details) {
        return sql.first(
                        "SELECT 1 FROM audit_entry WHERE act = 'credential' AND subject_id = ? AND details = ?",
                        row -> true,
                        certificate.id().toString(),
                        details)
                .isPresent();
    }

    private static JWKSet keys() throws ParseException {
        return JWKSet.parse(get("/.well-known/jwks.json").asString());
    }

    /** By the key that the token names, as a stranger finds it. */
    private static boolean isOurs(String jwt) throws ParseException, JOSEException {
        String kid = SignedJWT.parse(jwt).getHeader().getKeyID();
        return Wallet.verifies(jwt, keys().getKeyByKeyId(kid).toOctetKeyPair());
    }

    private String replacedKey() throws NoSuchAlgorithmException {
        byte[] spki = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        String kid = KeyId.of(spki).hex();
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "INSERT INTO signing_key (kid, purpose, algorithm, spki, active_from, signs_until, recorded_by)"
                                + " VALUES (?, 'CREDENTIAL', 'ED25519', ?, now() - interval '2 days', now() - interval '1 day', 'test')",
                        kid,
                        spki));
        return kid;
    }

    private void published() {
        until(() -> keeping.keepUp() == 0
                && sql.first("SELECT 1 FROM status_due WHERE retry_at <= clock_timestamp()", row -> true)
                        .isEmpty());
        until(() -> {
            signing.sign();
            return sql.first(
                            "SELECT 1 FROM status_list s WHERE 3 <> (SELECT count(*) FROM credential_list c WHERE c.list = s.list AND c.revision = s.revision)",
                            row -> true)
                    .isEmpty();
        });
    }

    /** Follows the entry of the credential to its list, checks that, and looks. */
    private static boolean bit(String credential, String purpose) throws ParseException, JOSEException, IOException {
        List<?> entries = SignedJWT.parse(credential).getJWTClaimsSet().getListClaim("credentialStatus");
        Map<?, ?> entry = (Map<?, ?>) entries.stream()
                .filter(one -> purpose.equals(((Map<?, ?>) one).get("statusPurpose")))
                .findFirst()
                .orElseThrow();
        String address = (String) entry.get("statusListCredential");
        String list = get(address.substring(HOST.length())).asString();
        assertThat(isOurs(list)).isTrue();
        assertThat(SignedJWT.parse(list).getJWTClaimsSet().getStringClaim("id")).isEqualTo(address);
        Map<String, Object> subject = SignedJWT.parse(list).getJWTClaimsSet().getJSONObjectClaim("credentialSubject");
        assertThat(subject).containsEntry("statusPurpose", purpose);
        byte[] packed = Base64.getUrlDecoder().decode(((String) subject.get("encodedList")).substring(1));
        byte[] bits = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        int place = Integer.parseInt((String) entry.get("statusListIndex"));
        return (bits[place / 8] & 1 << 7 - place % 8) != 0;
    }

    private static int state(String credential) throws ParseException, JOSEException, IOException {
        Map<?, ?> status = (Map<?, ?>) SignedJWT.parse(credential)
                .getJWTClaimsSet()
                .getJSONObjectClaim("status")
                .get("status_list");
        String address = (String) status.get("uri");
        Response answer = get(address.substring(HOST.length()));
        assertThat(answer.contentType()).startsWith("application/statuslist+jwt");
        SignedJWT list = SignedJWT.parse(answer.asString());
        assertThat(isOurs(answer.asString())).isTrue();
        assertThat(list.getHeader().getType().getType()).isEqualTo("statuslist+jwt");
        assertThat(list.getJWTClaimsSet().getSubject()).isEqualTo(address);
        Map<String, Object> packed = list.getJWTClaimsSet().getJSONObjectClaim("status_list");
        byte[] zlib = Base64.getUrlDecoder().decode((String) packed.get("lst"));
        byte[] states = new InflaterInputStream(new ByteArrayInputStream(zlib)).readAllBytes();
        int place = ((Number) status.get("idx")).intValue();
        return states[place / 4] >> 2 * (place % 4) & 3;
    }

    private static void until(BooleanSupplier holds) {
        for (int i = 0; i < 100 && !holds.getAsBoolean(); i++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
