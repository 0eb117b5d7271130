package org.chizheng.certificate.credential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chizheng.common.Messages;

/** What a wallet shows of the SD-JWT (SD-JWT VC type metadata): its name and its claims in both languages, and which of them can be kept back. */
final class TypeMetadata {
    private static final Map<String, String> LANGUAGES = Map.of("zh", "zh-CN", "en", "en");
    private static final List<String> ALWAYS = List.of(
            "issuing_authority",
            "document",
            "qualification",
            "post",
            "first_issued_on",
            "valid_from",
            "valid_to",
            "status");
    private static final List<String> BY_CHOICE = List.of("holder_name", "id_number_masked", "verification_code");

    private TypeMetadata() {}

    static Map<String, Object> of(String issuer) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("vct", PostCredential.type(issuer));
        metadata.put("name", Messages.get("en", "credential_type"));
        metadata.put("description", Messages.get("en", "credential_type_about"));
        metadata.put("display", display("name", "credential_type"));
        metadata.put(
                "claims",
                Stream.concat(
                                ALWAYS.stream().map(name -> claim(name, "never")),
                                BY_CHOICE.stream().map(name -> claim(name, "always")))
                        .toList());
        metadata.put("schema", schema());
        return metadata;
    }

    /** Later drafts have no schema any more; verifiers by the earlier ones refuse a type without. */
    private static Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put(
                "required",
                Stream.concat(Stream.of("iss", "vct"), ALWAYS.stream()).toList());
        return schema;
    }

    private static Map<String, Object> claim(String name, String disclosure) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("path", List.of(name));
        claim.put("display", display("label", "credential_claim_" + name));
        claim.put("sd", disclosure);
        return claim;
    }

    /** Drafts of the specification called the language lang, later locale: both are given. */
    private static List<Map<String, Object>> display(String member, String key) {
        return Stream.of("zh", "en")
                .map(lang -> {
                    Map<String, Object> display = new LinkedHashMap<>();
                    display.put("locale", LANGUAGES.get(lang));
                    display.put("lang", LANGUAGES.get(lang));
                    display.put(member, Messages.get(lang, key));
                    return display;
                })
                .toList();
    }
}
