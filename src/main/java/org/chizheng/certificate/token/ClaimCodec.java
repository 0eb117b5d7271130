package org.chizheng.certificate.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.certificate.rule.FiveBits;
import org.chizheng.certificate.rule.VerificationCode;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;

/**
 * A claim as a CBOR map (RFC 8949, core deterministic encoding). Each claim has one encoding only: what does not come back byte for byte when it is encoded
 * again is unreadable, be it for doubled keys, other widths of numbers, unknown keys or bytes behind the end.
 */
public final class ClaimCodec {
    /** Bytes that a claim has at most. */
    public static final int LONGEST = 600;

    static final CBOREncodeOptions CANONICAL = CBOREncodeOptions.DefaultCtap2Canonical;
    private static final int VERSION = 0;
    private static final int ISSUER = 1;
    private static final int CODE = 2;
    private static final int NAME = 3;
    private static final int ID_MASKED = 4;
    private static final int QUALIFICATION = 5;
    private static final int KIND = 6;
    private static final int FIRST_ISSUED = 7;
    private static final int VALID_FROM = 8;
    private static final int VALID_TO = 9;
    private static final int REVIEW_DUE = 10;
    private static final int LIST = 11;
    private static final int INDEX = 12;
    private static final int ISSUED_AT = 13;
    private static final String[] KINDS = {"OPERATOR", "MANAGER"};
    private static final FiveBits CODE_SIGNS = new FiveBits("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    private static final int CODE_LENGTH = 19;

    /** The value 0 fills up the last byte. */
    private static final FiveBits NAME_SIGNS = new FiveBits("\0abcdefghijklmnopqrstuvwxyz-");

    private static final Pattern MASKED = Pattern.compile("([^*]+)(\\*{2,99})([^*]+)");

    private ClaimCodec() {}

    /** @throws IllegalArgumentException if it is longer than {@link #LONGEST} */
    public static byte[] encode(Claim claim) {
        CBORObject map = CBORObject.NewMap()
                .Add(VERSION, Claim.VERSION)
                .Add(ISSUER, claim.issuer())
                .Add(CODE, CODE_SIGNS.pack(VerificationCode.drawnPart(claim.code())))
                .Add(NAME, claim.holderName())
                .Add(ID_MASKED, masked(claim.idMasked()))
                .Add(QUALIFICATION, packed(claim.qualification()))
                .Add(KIND, Arrays.asList(KINDS).indexOf(claim.documentKind()))
                .Add(FIRST_ISSUED, claim.firstIssuedOn().toEpochDay());
        if (!claim.validFrom().equals(claim.firstIssuedOn())) {
            map.Add(VALID_FROM, claim.validFrom().toEpochDay());
        }
        map.Add(VALID_TO, claim.validTo().toEpochDay());
        if (claim.reviewDue() != null) {
            map.Add(REVIEW_DUE, claim.reviewDue().toEpochDay());
        }
        map.Add(LIST, claim.statusList())
                .Add(INDEX, claim.statusIndex())
                .Add(ISSUED_AT, claim.issuedAt().getEpochSecond());
        byte[] bytes = map.EncodeToBytes(CANONICAL);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("a claim of " + bytes.length + " bytes");
        }
        return bytes;
    }

    /** @return empty if it is not the one encoding of a claim */
    public static Optional<Claim> decode(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return Optional.empty();
        }
        try {
            Claim claim = claim(CBORObject.DecodeFromBytes(bytes, CANONICAL));
            return Arrays.equals(encode(claim), bytes) ? Optional.of(claim) : Optional.empty();
        } catch (RuntimeException unreadable) {
            // The library tells faulty input by many exceptions; whatever it is, this is no claim.
            return Optional.empty();
        }
    }

    private static Claim claim(CBORObject map) {
        if (whole(map, VERSION) != Claim.VERSION) {
            throw new IllegalArgumentException("version");
        }
        LocalDate firstIssuedOn = day(map, FIRST_ISSUED);
        return new Claim(
                VerificationCode.withCheck(CODE_SIGNS.unpack(map.get(CODE).GetByteString(), CODE_LENGTH)),
                map.get(NAME).AsString(),
                unmasked(map.get(ID_MASKED)),
                unpacked(map.get(QUALIFICATION)),
                KINDS[whole(map, KIND)],
                firstIssuedOn,
                map.get(VALID_FROM) == null ? firstIssuedOn : day(map, VALID_FROM),
                day(map, VALID_TO),
                map.get(REVIEW_DUE) == null ? null : day(map, REVIEW_DUE),
                whole(map, LIST),
                whole(map, INDEX),
                Instant.ofEpochSecond(map.get(ISSUED_AT).AsInt64Value()),
                map.get(ISSUER).AsString());
    }

    private static int whole(CBORObject map, int key) {
        return map.get(key).AsInt32Value();
    }

    private static LocalDate day(CBORObject map, int key) {
        return LocalDate.ofEpochDay(whole(map, key));
    }

    /** 3201**********0018 is what stands before the stars, their number, and what stands behind them. */
    private static CBORObject masked(String number) {
        Matcher parts = MASKED.matcher(number);
        return parts.matches()
                ? CBORObject.NewArray()
                        .Add(parts.group(1))
                        .Add(parts.group(2).length())
                        .Add(parts.group(3))
                : CBORObject.FromObject(number);
    }

    private static String unmasked(CBORObject value) {
        if (value.getType() == CBORType.TextString) {
            return value.AsString();
        }
        int stars = value.get(1).AsInt32Value();
        if (stars > 99) {
            throw new IllegalArgumentException("stars");
        }
        return value.get(0).AsString() + "*".repeat(stars) + value.get(2).AsString();
    }

    /** Small letters and hyphens in five bits each; any other code as text. */
    private static CBORObject packed(String qualification) {
        return NAME_SIGNS.holds(qualification)
                ? CBORObject.FromObject(NAME_SIGNS.pack(qualification))
                : CBORObject.FromObject(qualification);
    }

    private static String unpacked(CBORObject value) {
        if (value.getType() == CBORType.TextString) {
            return value.AsString();
        }
        byte[] bytes = value.GetByteString();
        return NAME_SIGNS.unpack(bytes, bytes.length * 8 / 5).replaceAll("\0$", "");
    }
}
