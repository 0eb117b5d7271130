package org.chizheng.certificate.token;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.lang.reflect.Proxy;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.ClaimChecking;
import org.chizheng.certificate.status.Placing;
import org.chizheng.certificate.token.ClaimAnswer.Outcome;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The drill of docs/runbooks/key-compromise.md: from key A to key B, and then A in other hands. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class KeyDrillTest {
    private static final String QUALIFICATION = "principal-hazchem-production";

    @Inject
    Certified certified;

    @Inject
    Workplace workplace;

    @Inject
    Certificates certificates;

    @Inject
    ClaimChecking checking;

    @Inject
    Placing placing;

    @Inject
    KeyRegistering registering;

    @Inject
    KeyCompromising compromising;

    @Inject
    Keyring own;

    @Inject
    Sql sql;

    private Keyring a;
    private Keyring b;
    private PrivateKey stolen;

    @BeforeEach
    void keyASigns() throws Exception {
        a = keyring();
        b = keyring();
        configure(a);
    }

    /** The service's own key signs again, for the tests after this one. */
    @AfterEach
    void theOwnKeySignsAgain() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update(
                    "UPDATE signing_key SET signs_until = active_from WHERE purpose = 'CLAIM' AND signs_until IS NULL");
            sql.update("UPDATE signing_key SET signs_until = NULL WHERE purpose = 'CLAIM' AND kid = ?", kid(own));
        });
    }

    @Test
    void afterARotationOnlyTheNewKeySignsAndBothAreBelieved() {
        String before = issue(a);
        configure(b);
        String after = issue(b);
        for (String code : new String[] {before, after}) {
            assertThat(checking.check(code).offline().outcome()).isEqualTo(Outcome.GENUINE);
            assertThat(checking.check(code).isGenuine()).isTrue();
        }
        assertThatThrownBy(() -> issue(a)).hasMessageContaining("may no longer sign");
        configure(a);
        assertThatThrownBy(() -> issue(a)).as("a key never comes back").hasMessageContaining("may no longer sign");
        get("/.well-known/chizheng-keys")
                .then()
                .statusCode(200)
                .body(
                        "keys.findAll { it.purpose == 'CLAIM' && it.until == null }.kid",
                        equalTo(java.util.List.of(kid(b))));
    }

    @Test
    void whatACompromisedKeySignedIsBelievedOnRecordOnly() {
        Instant theft = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String ofDayBefore = issue(a, theft.minus(1, ChronoUnit.DAYS));
        String ofTheftItself = issue(a, theft);
        configure(b);
        String ofB = issue(b);
        markCompromised(theft);
        String backDated = forged(ofDayBefore, theft.minus(2, ChronoUnit.DAYS));
        String ofToday = forged(ofDayBefore, theft);
        for (String code : new String[] {ofDayBefore, ofTheftItself, backDated, ofToday}) {
            assertThat(checking.check(code).offline().outcome()).isEqualTo(Outcome.KEY_COMPROMISED);
        }
        assertThat(checking.check(ofDayBefore).isGenuine()).isTrue();
        assertThat(checking.check(ofTheftItself).isGenuine()).isTrue();
        assertThat(checking.check(backDated).isGenuine()).isFalse();
        assertThat(checking.check(ofToday).isGenuine()).isFalse();
        assertThat(checking.check(ofB).offline().outcome()).isEqualTo(Outcome.GENUINE);
        get("/.well-known/chizheng-keys")
                .then()
                .body("keys.find { it.kid == '" + kid(a) + "' }.compromisedAt", equalTo(theft.toString()));
    }

    @Test
    void aKeyThatIsCompromisedWhileItSignsStopsAtOnce() {
        markCompromised(Instant.now().minusSeconds(5));
        assertThatThrownBy(() -> issue(a)).hasMessageContaining("may no longer sign");
        registering.register(
                Purpose.STATUS,
                KeyId.of(a.publicKey(Purpose.CLAIM).spki()),
                "ED25519",
                a.publicKey(Purpose.CLAIM).spki());
        assertThat(QuarkusTransaction.requiringNew().call(() -> a.maySign(Purpose.STATUS)))
                .as("nor does it sign anything else")
                .isFalse();
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update(
                    "UPDATE signing_key SET signs_until = active_from WHERE purpose = 'STATUS' AND signs_until IS NULL");
            sql.update(
                    "UPDATE signing_key SET signs_until = NULL WHERE purpose = 'STATUS' AND kid = ?",
                    kidOf(own, Purpose.STATUS));
        });
    }

    @Test
    void aTokenUnderTheAddressOfAnotherCertificateIsWrong() {
        String one = issue(a);
        String other = issue(a);
        String mixed = one.substring(0, one.indexOf('#')) + other.substring(other.indexOf('#'));
        assertThat(checking.check(mixed).offline().outcome()).isEqualTo(Outcome.SIGNATURE_WRONG);
        assertThat(checking.check(mixed).isGenuine()).isFalse();
        assertThat(checking.check(one.substring(one.indexOf('#') + 1)).isGenuine())
                .isTrue();
        assertThat(checking.check("https://exam.example.org/").offline().outcome())
                .isEqualTo(Outcome.UNREADABLE);
        assertThat(checking.check(null).offline().outcome()).isEqualTo(Outcome.UNREADABLE);
    }

    /** Two persons, a time in the past, one proposal at a time. */
    @Test
    void oneAloneMarksNoKey() {
        Instant at = Instant.now().minusSeconds(60);
        assertRefused(TokenRefusal.TIME_INVALID, Instant.now().plusSeconds(60), "Stolen backup");
        assertRefused(TokenRefusal.REASON_INVALID, at, " ");
        UUID proposal = compromising.propose(kid(a), at, "Stolen backup", "staff:one");
        assertRefused(TokenRefusal.PROPOSAL_OPEN, at, "Stolen backup");
        assertThatThrownBy(() -> compromising.confirm(proposal, "staff:one"))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(TokenRefusal.SAME_PERSON));
        assertThat(checking.check(issue(a)).offline().outcome()).isEqualTo(Outcome.GENUINE);
        compromising.withdraw(proposal, "staff:one");
        assertThatThrownBy(() -> compromising.confirm(proposal, "staff:two"))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(TokenRefusal.ALREADY_DECIDED));
        markCompromised(at);
        assertRefused(TokenRefusal.ALREADY_COMPROMISED, at, "Stolen backup");
    }

    private void assertRefused(TokenRefusal reason, Instant at, String why) {
        assertThatThrownBy(() -> compromising.propose(kid(a), at, why, "staff:one"))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    private void markCompromised(Instant at) {
        compromising.confirm(compromising.propose(kid(a), at, "Stolen backup", "staff:one"), "staff:two");
    }

    /** As a start of the service with that key does. */
    private void configure(Keyring keyring) {
        PublicKey key = keyring.publicKey(Purpose.CLAIM);
        registering.register(Purpose.CLAIM, key.kid(), key.algorithm().name(), key.spki());
    }

    private String issue(Keyring keyring) {
        return issue(keyring, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** @return the text of the QR code */
    private String issue(Keyring keyring, Instant at) {
        UUID id = certified.issue(workplace.someone(), QUALIFICATION);
        CertificateView view = certificates.find(id).orElseThrow();
        Claiming of =
                new Claiming(new ClaimSigning(keyring), config("https://exam.example.org", "", Optional.empty()), sql);
        return QuarkusTransaction.requiringNew().call(() -> {
            Placing.Place place = placing.place(id);
            return of.give(id, claim(view, place, at));
        });
    }

    /** What who has stolen key A can make of a code that was seen. */
    private String forged(String seen, Instant at) {
        Claim seenClaim = ClaimCheck.check(
                        QrText.read(seen).orElseThrow().token(),
                        Samples.book(Samples.known(a.publicKey(Purpose.CLAIM), Purpose.CLAIM, null)))
                .claim()
                .orElseThrow();
        Claim made = new Claim(
                seenClaim.code(),
                "冒名测试",
                seenClaim.idMasked(),
                seenClaim.qualification(),
                seenClaim.documentKind(),
                seenClaim.firstIssuedOn(),
                seenClaim.validFrom(),
                seenClaim.validTo(),
                seenClaim.reviewDue(),
                seenClaim.statusList(),
                seenClaim.statusIndex(),
                at,
                seenClaim.issuer());
        byte[] token = stolen.sign(null, ClaimCodec.encode(made), false).encode();
        return QrText.of("https://exam.example.org", seenClaim.code(), token);
    }

    private Keyring keyring() throws Exception {
        String pkcs8 = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());
        if (stolen == null) {
            stolen = PrivateKey.of(pkcs8, "A");
        }
        return new Keyring(config("https://exam.example.org", pkcs8, Optional.empty()), sql);
    }

    private static ChizhengConfig config(String url, String claimKey, Optional<String> statusKey) {
        return (ChizhengConfig) Proxy.newProxyInstance(
                ChizhengConfig.class.getClassLoader(),
                new Class<?>[] {ChizhengConfig.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "publicUrl" -> url;
                    case "claimKey" -> claimKey;
                    case "statusKey" -> statusKey;
                    case "credentialKey" -> Optional.empty();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Claim claim(CertificateView view, Placing.Place place, Instant at) {
        return new Claim(
                view.code(),
                view.holderName(),
                "3207**********0000",
                view.qualification(),
                "MANAGER",
                view.validFrom(),
                view.validFrom(),
                view.validTo(),
                null,
                place.list(),
                place.index(),
                at,
                "JS");
    }

    private static String kid(Keyring keyring) {
        return kidOf(keyring, Purpose.CLAIM);
    }

    private static String kidOf(Keyring keyring, Purpose purpose) {
        return keyring.publicKey(purpose).kid().hex();
    }
}
