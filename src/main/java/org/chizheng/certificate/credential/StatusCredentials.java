package org.chizheng.certificate.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.chizheng.certificate.rule.StatusBits;
import org.chizheng.certificate.rule.StatusBitstring;

/**
 * What is signed of a list of states.
 *
 * @param issuer the address of this service
 * @param renew age at which the list is signed anew
 */
record StatusCredentials(String issuer, int list, Instant from, Instant until, Duration renew) {

    Map<String, Object> payload(StatusForm form, StatusBits states) {
        return switch (form) {
            case REVOCATION -> bitstring(form, StatusBitstring.revoked(states));
            case SUSPENSION -> bitstring(form, StatusBitstring.suspended(states));
            case TOKEN -> token(states);
        };
    }

    /** A BitstringStatusListCredential (W3C Bitstring Status List 1.0 §2.2); its ttl is in milliseconds. */
    private Map<String, Object> bitstring(StatusForm form, byte[] bits) {
        String address = form.address(issuer, list);
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", address + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", form.word());
        subject.put("encodedList", "u" + CompactJws.base64(gzipped(bits)));
        subject.put("ttl", renew.toMillis());
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("@context", List.of("https://www.w3.org/ns/credentials/v2"));
        credential.put("id", address);
        credential.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
        credential.put("issuer", issuer);
        credential.put("validFrom", from.toString());
        credential.put("validUntil", until.toString());
        credential.put("credentialSubject", subject);
        credential.put("iss", issuer);
        credential.put("jti", address);
        credential.put("iat", from.getEpochSecond());
        credential.put("exp", until.getEpochSecond());
        return credential;
    }

    /** The claims of a status list token; its ttl is in seconds. */
    private Map<String, Object> token(StatusBits states) {
        Map<String, Object> packed = new LinkedHashMap<>();
        packed.put("bits", 2);
        packed.put("lst", CompactJws.base64(deflated(states.bytes())));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", StatusForm.TOKEN.address(issuer, list));
        claims.put("iat", from.getEpochSecond());
        claims.put("exp", until.getEpochSecond());
        claims.put("ttl", renew.toSeconds());
        claims.put("status_list", packed);
        return claims;
    }

    private static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(out, best)) {
            zlib.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            best.end();
        }
        return out.toByteArray();
    }
}
