package org.chizheng.certificate.credential;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A certificate as an SD-JWT VC, for showing what post somebody may hold. Who the holder is can be kept back: name, masked ID number and verification code each stand in a
 * disclosure of their own. The full ID number and the date of birth are in none.
 */
final class PostCredential {
    /** Header {@code typ} of SD-JWT VC. */
    static final String TYPE = "dc+sd-jwt";

    /** Last word of the type's address. */
    static final String VCT = "work-safety-post";

    private PostCredential() {}

    static String type(String issuer) {
        return issuer + "/credentials/types/" + VCT;
    }

    /**
     * @param holder the key of the holder's wallet, by which a copy can be told from the original
     * @param sign makes the JWT of the claims
     * @return the token with all disclosures, as its holder keeps it
     */
    static String of(
            CredentialFacts facts,
            Optional<HolderKey> holder,
            SecureRandom random,
            Function<Map<String, Object>, String> sign) {
        List<Disclosure> disclosures = List.of(
                Disclosure.of("holder_name", facts.holderName(), random),
                Disclosure.of("id_number_masked", facts.idMasked(), random),
                Disclosure.of("verification_code", facts.code(), random));
        // Sorted, so that their order says nothing (RFC 9901 §4.2.4.1).
        List<String> digests =
                disclosures.stream().map(Disclosure::digest).sorted().toList();
        String jwt = sign.apply(claims(facts, holder, digests));
        return disclosures.stream().map(Disclosure::text).collect(Collectors.joining("~", jwt + "~", "~"));
    }

    private static Map<String, Object> claims(CredentialFacts facts, Optional<HolderKey> holder, List<String> digests) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", facts.issuer());
        claims.put("vct", type(facts.issuer()));
        claims.put("nbf", facts.from().getEpochSecond());
        claims.put("exp", facts.until().getEpochSecond());
        claims.put("issuing_authority", texts(facts.issuerZh(), facts.issuerEn()));
        claims.put(
                "document",
                texts(facts.qualification().documentZh(), facts.qualification().documentEn()));
        claims.put("qualification", facts.qualification().code());
        claims.put(
                "post", texts(facts.qualification().zh(), facts.qualification().en()));
        claims.put("first_issued_on", facts.firstIssuedOn().toString());
        claims.put("valid_from", facts.validFrom().toString());
        claims.put("valid_to", facts.validTo().toString());
        claims.put("status", Map.of("status_list", status(facts)));
        holder.ifPresent(key -> claims.put("cnf", Map.of("jwk", key.jwk())));
        claims.put("_sd_alg", "sha-256");
        claims.put("_sd", digests);
        return claims;
    }

    private static Map<String, Object> status(CredentialFacts facts) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("idx", facts.place().index());
        status.put("uri", facts.statusAddress(StatusForm.TOKEN));
        return status;
    }

    private static Map<String, Object> texts(String zh, String en) {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("zh", zh);
        texts.put("en", en);
        return texts;
    }
}
