package org.chizheng.certificate.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** A certificate as verifiable credential and Open Badge, looked at with a library and a schema that are not ours. */
class AchievementCredentialTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final CredentialFacts facts = Wallet.facts();
    private final String jwt = Wallet.sign(AchievementCredential.TYPE, AchievementCredential.of(facts));

    @Test
    void aForeignLibraryVerifiesTheToken() throws ParseException, JOSEException {
        assertThat(Wallet.verifies(jwt, Wallet.ISSUER_KEY)).isTrue();
        SignedJWT read = SignedJWT.parse(jwt);
        assertThat(read.getHeader().getAlgorithm().getName()).isEqualTo("EdDSA");
        assertThat(read.getHeader().getType().getType()).isEqualTo("vc+jwt");
        assertThat(read.getHeader().getKeyID()).isEqualTo(Wallet.KID.hex());
    }

    @Test
    void aForeignLibraryRefusesWhatWasAltered() throws ParseException, JOSEException {
        for (String[] change : new String[][] {
            {"张测试", "李测试"}, {"2032-06-30", "2042-06-30"}, {"low-voltage", "high-voltage"}, {"\"777777\"", "\"777778\""}
        }) {
            assertThat(Wallet.verifies(Wallet.altered(jwt, change[0], change[1]), Wallet.ISSUER_KEY))
                    .as(change[0])
                    .isFalse();
        }
    }

    @Test
    void anotherKeyDoesNotVerifyIt() throws ParseException, JOSEException {
        assertThat(Wallet.verifies(jwt, new OctetKeyPairGenerator(Curve.Ed25519).generate()))
                .isFalse();
    }

    /** Open Badges 3.0 §8.2.4: the claims of the JWT repeat the credential. */
    @Test
    void theClaimsAgreeWithTheCredential() throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(jwt).getJWTClaimsSet();
        Map<String, Object> subject = claims.getJSONObjectClaim("credentialSubject");
        assertThat(claims.getIssuer())
                .isEqualTo(claims.getJSONObjectClaim("issuer").get("id"))
                .isEqualTo(Wallet.ISSUER);
        assertThat(claims.getJWTID()).isEqualTo(claims.getStringClaim("id"));
        assertThat(claims.getSubject()).isEqualTo(subject.get("id"));
        assertThat(claims.getNotBeforeTime()).isEqualTo(at(claims.getStringClaim("validFrom")));
        assertThat(claims.getExpirationTime()).isEqualTo(at(claims.getStringClaim("validUntil")));
        assertThat(claims.getClaim("vc")).as("VC-JOSE-COSE §3.1.3").isNull();
    }

    /** The last day itself is valid, in China. */
    @Test
    void itIsValidFromTheFirstToTheLastDayInChina() throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(jwt).getJWTClaimsSet();
        assertThat(claims.getNotBeforeTime().toInstant()).isEqualTo(Instant.parse("2026-06-30T16:00:00Z"));
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(Instant.parse("2032-06-30T15:59:59Z"));
    }

    @Test
    void itSaysWhatTheCertificateSaysAndNoMore() throws IOException, ParseException {
        String text = SignedJWT.parse(jwt).getPayload().toString();
        JsonNode subject = JSON.readTree(text).path("credentialSubject");
        assertThat(subject.path("identifier").path(0).path("identityHash").asText())
                .isEqualTo(Wallet.HOLDER);
        assertThat(subject.path("identifier").path(1).path("identityHash").asText())
                .isEqualTo(Wallet.MASKED);
        assertThat(subject.path("licenseNumber").asText()).isEqualTo(facts.code());
        assertThat(subject.path("achievement").path("achievementType").asText()).isEqualTo("License");
        assertThat(subject.path("achievement").path("name").asText()).contains("低压电工作业", "Low-voltage electrical work");
        assertThat(JSON.readTree(text).path("issuer").path("name").asText()).contains("江苏省应急管理厅", "Jiangsu");
        assertThat(text)
                .doesNotContain(
                        "??", facts.certificate().toString(), facts.person().toString());
    }

    @Test
    void itNamesItsPlacesInBothListsAsTextBehindTheirAddresses() throws IOException, ParseException {
        JsonNode status =
                JSON.readTree(SignedJWT.parse(jwt).getPayload().toString()).path("credentialStatus");
        assertThat(status).hasSize(2);
        for (int i = 0; i < 2; i++) {
            String purpose = List.of("revocation", "suspension").get(i);
            JsonNode entry = status.path(i);
            assertThat(entry.path("type").asText()).isEqualTo("BitstringStatusListEntry");
            assertThat(entry.path("statusPurpose").asText()).isEqualTo(purpose);
            assertThat(entry.path("statusListIndex").isTextual()).isTrue();
            assertThat(entry.path("statusListIndex").asText()).isEqualTo("777777");
            assertThat(entry.path("statusListCredential").asText())
                    .isEqualTo("https://exam.example.org/credentials/status/3/" + purpose);
        }
    }

    @Test
    void theSchemaOfTheDataModelAcceptsIt() throws IOException, ParseException {
        assertThat(complaints(JSON.readTree(SignedJWT.parse(jwt).getPayload().toString())))
                .isEmpty();
    }

    /** So that the test above could fail. */
    @Test
    void theSchemaOfTheDataModelRefusesWhatIsNoCredential() throws IOException, ParseException {
        JsonNode whole = JSON.readTree(SignedJWT.parse(jwt).getPayload().toString());
        for (String part : List.of("@context", "type", "issuer", "credentialSubject")) {
            ObjectNode without = whole.deepCopy();
            without.remove(part);
            assertThat(complaints(without)).as(part).isNotEmpty();
        }
        ObjectNode dated = whole.deepCopy();
        dated.put("validFrom", "2026-07-01");
        assertThat(complaints(dated)).isNotEmpty();
    }

    @Test
    void theSameCertificateAlwaysGivesTheSameBytes() {
        assertThat(Wallet.sign(AchievementCredential.TYPE, AchievementCredential.of(Wallet.facts())))
                .isEqualTo(jwt);
    }

    private static Set<ValidationMessage> complaints(JsonNode credential) throws IOException {
        try (InputStream file =
                AchievementCredentialTest.class.getResourceAsStream("/credential/verifiable-credential-schema.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(JSON.readTree(file));
            return schema.validate(credential);
        }
    }

    private static Date at(String text) {
        return Date.from(OffsetDateTime.parse(text).toInstant());
    }
}
