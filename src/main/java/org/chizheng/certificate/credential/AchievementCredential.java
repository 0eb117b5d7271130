package org.chizheng.certificate.credential;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.regulation.QualificationView;

/**
 * A certificate as a W3C Verifiable Credential 2.0 that is an Open Badges 3.0 AchievementCredential too. It stands at the root of the JWT beside the claims that repeat its
 * dates and names (VC-JOSE-COSE §3.1.3, Open Badges 3.0 §8.2.4). The same certificate always gives the same bytes.
 */
final class AchievementCredential {
    /** Header {@code typ} of VC-JOSE-COSE. */
    static final String TYPE = "vc+jwt";

    static final List<String> CONTEXTS = List.of(
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

    private AchievementCredential() {}

    static Map<String, Object> of(CredentialFacts facts) {
        String id = facts.issuer() + "/v/" + facts.code();
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("@context", CONTEXTS);
        credential.put("id", id);
        credential.put("type", List.of("VerifiableCredential", "AchievementCredential"));
        credential.put("name", name(facts.qualification()));
        credential.put("issuer", profile(facts));
        credential.put(
                "awardedDate",
                inChina(facts.firstIssuedOn().atStartOfDay(OfficialClock.ZONE).toInstant()));
        credential.put("validFrom", inChina(facts.from()));
        credential.put("validUntil", inChina(facts.until()));
        credential.put("credentialSubject", subject(facts, id + "#holder"));
        credential.put(
                "credentialStatus",
                Stream.of(StatusForm.REVOCATION, StatusForm.SUSPENSION)
                        .map(form -> status(facts, form))
                        .toList());
        credential.put("iss", facts.issuer());
        credential.put("jti", id);
        credential.put("sub", id + "#holder");
        credential.put("nbf", facts.from().getEpochSecond());
        credential.put("exp", facts.until().getEpochSecond());
        return credential;
    }

    /** The qualification as anybody may read it. */
    static Map<String, Object> achievement(String issuer, QualificationView qualification) {
        String id = address(issuer, qualification);
        Map<String, Object> achievement = new LinkedHashMap<>();
        achievement.put("id", id);
        achievement.put("type", List.of("Achievement"));
        achievement.put("achievementType", "OPERATOR".equals(qualification.postCategory()) ? "License" : "Certificate");
        achievement.put("name", name(qualification));
        achievement.put("description", both(qualification.documentZh(), qualification.documentEn()));
        achievement.put("criteria", Map.of("narrative", both("credential_criteria")));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", id + "#result");
        result.put("type", List.of("ResultDescription"));
        result.put("name", both("credential_result"));
        result.put("resultType", "Status");
        achievement.put("resultDescription", List.of(result));
        return achievement;
    }

    private static String address(String issuer, QualificationView qualification) {
        return issuer + "/credentials/achievements/" + qualification.code();
    }

    private static Map<String, Object> profile(CredentialFacts facts) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("id", facts.issuer());
        profile.put("type", List.of("Profile"));
        profile.put("name", both(facts.issuerZh(), facts.issuerEn()));
        profile.put("url", facts.issuer());
        return profile;
    }

    private static Map<String, Object> subject(CredentialFacts facts, String id) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("type", List.of("Result"));
        result.put("resultDescription", address(facts.issuer(), facts.qualification()) + "#result");
        result.put("status", "Completed");
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", id);
        subject.put("type", List.of("AchievementSubject"));
        subject.put(
                "identifier",
                List.of(identity("name", facts.holderName()), identity("ext:maskedIdNumber", facts.idMasked())));
        subject.put("licenseNumber", facts.code());
        subject.put("result", List.of(result));
        subject.put("achievement", achievement(facts.issuer(), facts.qualification()));
        return subject;
    }

    private static Map<String, Object> identity(String type, String value) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("type", "IdentityObject");
        identity.put("identityType", type);
        identity.put("hashed", false);
        identity.put("identityHash", value);
        return identity;
    }

    /** A BitstringStatusListEntry (W3C Bitstring Status List 1.0 §2.1). */
    private static Map<String, Object> status(CredentialFacts facts, StatusForm form) {
        String list = facts.statusAddress(form);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", list + "#" + facts.place().index());
        entry.put("type", "BitstringStatusListEntry");
        entry.put("statusPurpose", form.word());
        entry.put("statusListIndex", Integer.toString(facts.place().index()));
        entry.put("statusListCredential", list);
        return entry;
    }

    private static String name(QualificationView qualification) {
        return both(qualification.zh(), qualification.en());
    }

    /** Open Badges has room for one text: the Chinese one counts, the English one helps. */
    private static String both(String zh, String en) {
        return zh + " / " + en;
    }

    private static String both(String key) {
        return both(Messages.get("zh", key), Messages.get("en", key));
    }

    private static String inChina(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(instant, OfficialClock.ZONE));
    }
}
