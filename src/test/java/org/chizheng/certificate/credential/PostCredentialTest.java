package org.chizheng.certificate.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Showing a post without its holder, read by libraries that are not ours. */
class PostCredentialTest {
    private final CredentialFacts facts = Wallet.facts();
    private final String token = token(Optional.empty());

    @Test
    void aForeignLibraryVerifiesIt() throws ParseException, JOSEException {
        SDJWT read = SDJWT.parse(token);
        assertThat(Wallet.verifies(read.getCredentialJwt(), Wallet.ISSUER_KEY)).isTrue();
        assertThat(SignedJWT.parse(read.getCredentialJwt())
                        .getHeader()
                        .getType()
                        .getType())
                .isEqualTo("dc+sd-jwt");
        assertThat(read.getBindingJwt()).isNull();
    }

    @Test
    void withAllDisclosuresItSaysWhatTheCertificateSays() throws ParseException {
        Map<String, Object> claims = shown(SDJWT.parse(token));
        assertThat(claims)
                .containsEntry("holder_name", Wallet.HOLDER)
                .containsEntry("id_number_masked", Wallet.MASKED)
                .containsEntry("verification_code", facts.code())
                .containsEntry("qualification", "operator-low-voltage-electrical")
                .containsEntry("valid_from", "2026-07-01")
                .containsEntry("valid_to", "2032-06-30")
                .containsEntry("vct", "https://exam.example.org/credentials/types/work-safety-post")
                .containsEntry("iss", Wallet.ISSUER);
    }

    @Test
    void theHolderKeepsBackWhoItIs() throws ParseException, JOSEException {
        SDJWT whole = SDJWT.parse(token);
        SDJWT post = new SDJWT(whole.getCredentialJwt(), List.of());
        assertThat(Wallet.verifies(post.getCredentialJwt(), Wallet.ISSUER_KEY)).isTrue();
        Map<String, Object> claims = shown(post);
        assertThat(claims).doesNotContainKeys("holder_name", "id_number_masked", "verification_code");
        assertThat(claims.get("post")).isEqualTo(Map.of("zh", "低压电工作业", "en", "Low-voltage electrical work"));
        assertThat(SignedJWT.parse(post.getCredentialJwt()).getPayload().toString())
                .doesNotContain(Wallet.HOLDER, Wallet.MASKED, facts.code());
    }

    @Test
    void eachDisclosureIsShownOnItsOwn() throws ParseException {
        SDJWT whole = SDJWT.parse(token);
        for (Disclosure disclosure : whole.getDisclosures()) {
            Map<String, Object> claims = shown(new SDJWT(whole.getCredentialJwt(), List.of(disclosure)));
            Set<String> seen = new HashSet<>(claims.keySet());
            seen.retainAll(Set.of("holder_name", "id_number_masked", "verification_code"));
            assertThat(seen).containsExactly(disclosure.getClaimName());
        }
    }

    /** It would need a digest under the signature. */
    @Test
    void aNameOfOnesOwnIsNotShown() throws ParseException {
        SDJWT whole = SDJWT.parse(token);
        SDJWT forged = new SDJWT(whole.getCredentialJwt(), List.of(new Disclosure("holder_name", "李测试")));
        assertThat(shown(forged)).doesNotContainKey("holder_name");
    }

    @Test
    void aForeignLibraryRefusesAnotherPost() throws ParseException, JOSEException {
        String altered =
                Wallet.altered(SDJWT.parse(token).getCredentialJwt(), "operator-low-voltage", "operator-high-voltage");
        assertThat(Wallet.verifies(altered, Wallet.ISSUER_KEY)).isFalse();
    }

    @Test
    void itNamesItsPlaceInTheStatusList() throws ParseException {
        assertThat(shown(SDJWT.parse(token)).get("status"))
                .isEqualTo(Map.of(
                        "status_list",
                        Map.of("idx", 777_777L, "uri", "https://exam.example.org/credentials/status/3/token")));
    }

    @Test
    void neitherSaltsNorDigestsComeTwice() throws ParseException {
        SDJWT one = SDJWT.parse(token);
        SDJWT other = SDJWT.parse(token(Optional.empty()));
        Set<String> salts =
                one.getDisclosures().stream().map(Disclosure::getSalt).collect(Collectors.toSet());
        assertThat(salts).hasSize(3).allMatch(salt -> salt.length() == 22);
        assertThat(other.getDisclosures()).noneMatch(disclosure -> salts.contains(disclosure.getSalt()));
        assertThat(digests(one)).doesNotContainAnyElementsOf(digests(other)).isSorted();
    }

    /** The wallet signs the presentation; who copies it cannot. */
    @Test
    void boundToAWalletItIsPresentedByItsKeyAlone() throws ParseException, JOSEException {
        OctetKeyPair wallet = new OctetKeyPairGenerator(Curve.Ed25519).generate();
        OctetKeyPair thief = new OctetKeyPairGenerator(Curve.Ed25519).generate();
        SDJWT bound =
                SDJWT.parse(token(Optional.of(HolderKey.of(wallet.toPublicJWK().toJSONString()))));
        SDJWT post = new SDJWT(bound.getCredentialJwt(), List.of());
        assertThat(accepts(present(post, wallet, "gate-7"), "gate-7")).isTrue();
        assertThat(accepts(present(post, thief, "gate-7"), "gate-7")).isFalse();
        assertThat(accepts(present(post, wallet, "gate-7"), "gate-8")).isFalse();
    }

    private static SDJWT present(SDJWT post, OctetKeyPair wallet, String nonce) throws JOSEException {
        SignedJWT binding = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                        .type(new JOSEObjectType("kb+jwt"))
                        .build(),
                new JWTClaimsSet.Builder()
                        .claim("nonce", nonce)
                        .claim("sd_hash", post.getSDHash())
                        .build());
        binding.sign(new Ed25519Signer(wallet));
        return new SDJWT(post.getCredentialJwt(), post.getDisclosures(), binding.serialize());
    }

    /** The check of RFC 9901 §7.3 in short. */
    private static boolean accepts(SDJWT presented, String nonce) throws ParseException, JOSEException {
        Map<String, Object> confirmation =
                SignedJWT.parse(presented.getCredentialJwt()).getJWTClaimsSet().getJSONObjectClaim("cnf");
        @SuppressWarnings("unchecked")
        OctetKeyPair key = OctetKeyPair.parse((Map<String, Object>) confirmation.get("jwk"));
        SignedJWT binding = SignedJWT.parse(presented.getBindingJwt());
        return Wallet.verifies(presented.getCredentialJwt(), Wallet.ISSUER_KEY)
                && binding.verify(new Ed25519Verifier(key))
                && nonce.equals(binding.getJWTClaimsSet().getStringClaim("nonce"))
                && presented.getSDHash().equals(binding.getJWTClaimsSet().getStringClaim("sd_hash"));
    }

    private String token(Optional<HolderKey> holder) {
        return PostCredential.of(facts, holder, new SecureRandom(), claims -> Wallet.sign(PostCredential.TYPE, claims));
    }

    private static Map<String, Object> shown(SDJWT token) throws ParseException {
        Map<String, Object> signed =
                SignedJWT.parse(token.getCredentialJwt()).getPayload().toJSONObject();
        return new SDObjectDecoder().decode(signed, token.getDisclosures());
    }

    private static List<String> digests(SDJWT token) throws ParseException {
        return SignedJWT.parse(token.getCredentialJwt()).getJWTClaimsSet().getStringListClaim("_sd");
    }
}
