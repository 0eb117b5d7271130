package org.chizheng.certificate.status;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import org.chizheng.certificate.rule.StatusBits;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;

/**
 * The claims of a status list as a CWT (IETF Token Status List): subject, issued at, expires, time to live, and the list as zlib data.
 *
 * @param subject the list's own address
 * @param ttl seconds after which a copy should be fetched anew
 */
public record StatusList(String subject, Instant issuedAt, Instant expiresAt, long ttl, StatusBits bits) {
    public static final String TYPE = "application/statuslist+cwt";
    private static final CBOREncodeOptions CANONICAL = CBOREncodeOptions.DefaultCtap2Canonical;
    private static final int SUBJECT = 2;
    private static final int EXPIRES = 4;
    private static final int ISSUED = 6;
    private static final int LIST = 65533;
    private static final int TTL = 65534;
    private static final int BITS = 2;

    /** @param bits of {@link StatusBits} */
    static byte[] encode(String subject, Instant issuedAt, Instant expiresAt, long ttl, byte[] bits) {
        return CBORObject.NewMap()
                .Add(SUBJECT, subject)
                .Add(EXPIRES, expiresAt.getEpochSecond())
                .Add(ISSUED, issuedAt.getEpochSecond())
                .Add(LIST, CBORObject.NewMap().Add("bits", BITS).Add("lst", deflated(bits)))
                .Add(TTL, ttl)
                .EncodeToBytes(CANONICAL);
    }

    /** @return empty if it is no list of 2^20 states of two bits */
    static Optional<StatusList> decode(byte[] payload) {
        try {
            CBORObject map = CBORObject.DecodeFromBytes(payload, CANONICAL);
            CBORObject list = map.get(LIST);
            if (list.get("bits").AsInt32Value() != BITS) {
                return Optional.empty();
            }
            return inflated(list.get("lst").GetByteString())
                    .map(bits -> new StatusList(
                            map.get(SUBJECT).AsString(),
                            instant(map, ISSUED),
                            instant(map, EXPIRES),
                            map.get(TTL).AsInt64Value(),
                            new StatusBits(bits)));
        } catch (RuntimeException unreadable) {
            // The library tells faulty input by many exceptions; whatever it is, this is no list.
            return Optional.empty();
        }
    }

    private static Instant instant(CBORObject map, int key) {
        return Instant.ofEpochSecond(map.get(key).AsInt64Value());
    }

    private static byte[] deflated(byte[] bits) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bits);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** Never more than a list's size is unpacked, whatever the data say. */
    private static Optional<byte[]> inflated(byte[] packed) {
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] bits = new byte[StatusBits.BYTES + 1];
        int length = 0;
        try {
            while (!inflater.finished() && length < bits.length) {
                int read = inflater.inflate(bits, length, bits.length - length);
                if (read == 0 && !inflater.finished()) {
                    return Optional.empty();
                }
                length += read;
            }
            return length == StatusBits.BYTES && inflater.getRemaining() == 0
                    ? Optional.of(Arrays.copyOf(bits, length))
                    : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
