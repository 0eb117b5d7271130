package org.chizheng.certificate.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.security.PublicKey;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Reads the signature of a document from its raw bytes, as {@link PdfFile} lays it down: one byte range, one signature. No PDF is interpreted, so nothing that a hostile file holds is
 * unpacked or run.
 */
public final class DocumentCheck {
    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*0\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*\\]");
    private static final Pattern CODE = Pattern.compile("<dc:source>([0-9A-Z]{20})</dc:source>");
    private static final int LONGEST_SIGNATURE = 40_000;

    private DocumentCheck() {}

    /** What the bytes prove by themselves. */
    public enum Outcome {
        /** Every byte is as the named key signed it. */
        SIGNED,
        /** Signed once, and changed or added to since. */
        ALTERED,
        /** A signature that the certificate in it did not make. */
        SIGNATURE_WRONG,
        /** A PDF without a signature that can be read. */
        NOT_SIGNED,
        /** No PDF. */
        UNREADABLE
    }

    /**
     * @param signer SubjectPublicKeyInfo in DER of the certificate in the signature; whose it is, the caller must know
     * @param code the verification code that the document says it has; to be believed only when SIGNED by a key of ours
     */
    public record Answer(Outcome outcome, Optional<byte[]> signer, Optional<String> code) {
        static Answer of(Outcome outcome, Optional<String> code) {
            return new Answer(outcome, Optional.empty(), code);
        }
    }

    /** Answers whatever it is given. */
    public static Answer check(byte[] pdf) {
        String text = new String(pdf, ISO_8859_1);
        if (!text.startsWith("%PDF-")) {
            return Answer.of(Outcome.UNREADABLE, Optional.empty());
        }
        Optional<String> code =
                Optional.of(CODE.matcher(text)).filter(Matcher::find).map(found -> found.group(1));
        Matcher range = RANGE.matcher(text);
        if (!range.find()) {
            return Answer.of(Outcome.NOT_SIGNED, code);
        }
        int before = Integer.parseInt(range.group(1));
        int after = Integer.parseInt(range.group(2));
        int rest = Integer.parseInt(range.group(3));
        Optional<byte[]> cms = contents(text, before, after);
        if (cms.isEmpty() || (long) after + rest > pdf.length) {
            return Answer.of(Outcome.ALTERED, code);
        }
        Answer answer = verify(pdf, before, after, rest, cms.get(), code);
        boolean whole = after + rest == pdf.length && !range.find();
        return answer.outcome() == Outcome.SIGNED && !whole
                ? new Answer(Outcome.ALTERED, answer.signer(), code)
                : answer;
    }

    /** The signature between the two parts, in hexadecimal digits; the zeros that fill it up are no part of it. */
    private static Optional<byte[]> contents(String text, int before, int after) {
        if (before >= after || after > text.length() || after - before > LONGEST_SIGNATURE) {
            return Optional.empty();
        }
        String gap = text.substring(before, after);
        if (!gap.matches("<([0-9A-Fa-f]{2})+>")) {
            return Optional.empty();
        }
        return Optional.of(HexFormat.of().parseHex(gap, 1, gap.length() - 1));
    }

    private static Answer verify(byte[] pdf, int before, int after, int rest, byte[] cms, Optional<String> code) {
        try {
            CMSSignedDataParser parser = new CMSSignedDataParser(
                    new JcaDigestCalculatorProviderBuilder().build(),
                    new CMSTypedStream(new SequenceInputStream(
                            new ByteArrayInputStream(pdf, 0, before), new ByteArrayInputStream(pdf, after, rest))),
                    cms);
            parser.getSignedContent().drain();
            Collection<SignerInformation> signers = parser.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return Answer.of(Outcome.SIGNATURE_WRONG, code);
            }
            SignerInformation signer = signers.iterator().next();
            Collection<X509CertificateHolder> named = parser.getCertificates().getMatches(signer.getSID());
            if (named.isEmpty()) {
                return Answer.of(Outcome.SIGNATURE_WRONG, code);
            }
            X509CertificateHolder certificate = named.iterator().next();
            Optional<byte[]> spki =
                    Optional.of(certificate.getSubjectPublicKeyInfo().getEncoded());
            return new Answer(outcome(signer, certificate), spki, code);
        } catch (Exception e) {
            // Whatever a decoder makes of hostile bytes, the answer is the same: they are no signature.
            return Answer.of(Outcome.SIGNATURE_WRONG, code);
        }
    }

    private static Outcome outcome(SignerInformation signer, X509CertificateHolder certificate)
            throws CMSException, OperatorCreationException, PEMException {
        try {
            // By the key, not by the certificate: a document stays genuine when the signer's certificate has run out.
            PublicKey key = new JcaPEMKeyConverter().getPublicKey(certificate.getSubjectPublicKeyInfo());
            boolean holds = signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(key));
            return holds ? Outcome.SIGNED : Outcome.SIGNATURE_WRONG;
        } catch (CMSSignerDigestMismatchException e) {
            return Outcome.ALTERED;
        }
    }
}
