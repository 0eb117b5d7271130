package org.chizheng.certificate.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.chizheng.common.document.DocumentKey;
import org.chizheng.launch.DocumentKeys;
import org.junit.jupiter.api.Test;

/** The signature as another's library reads it out of the file. */
class DocumentSignerTest {
    private static final Pattern RANGE = Pattern.compile("/ByteRange \\[0 (\\d+) (\\d+) (\\d+) *]");
    private final byte[] pdf = Faces.press().press(Faces.operator("演示考生甲"));

    @Test
    void theSignatureCoversTheWholeFileButItself() {
        Matcher range = range(pdf);
        int end = Integer.parseInt(range.group(2)) + Integer.parseInt(range.group(3));
        assertThat(end).isEqualTo(pdf.length);
        String hole = new String(pdf, ISO_8859_1)
                .substring(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        assertThat(hole).matches("<[0-9A-F]+>");
    }

    @Test
    void itHolds() throws Exception {
        SignerInformation signer = signer(pdf);
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .build(Faces.KEY.chain().get(0))))
                .isTrue();
    }

    @Test
    void aSingleByteThatFlipsAnywhereBreaksIt() {
        String text = new String(pdf, ISO_8859_1);
        for (String place : new String[] {"stream\n", "/StructElem", "trailer", "/M (D:2026", "/Title"}) {
            byte[] flipped = pdf.clone();
            flipped[text.indexOf(place) + place.length() + 1] ^= 1;
            assertThatThrownBy(() -> signer(flipped)
                            .verify(new JcaSimpleSignerInfoVerifierBuilder()
                                    .build(Faces.KEY.chain().get(0))))
                    .as(place)
                    .isInstanceOf(org.bouncycastle.cms.CMSSignerDigestMismatchException.class);
        }
    }

    @Test
    void itsAttributesAreThoseOfABaselineSignature() throws Exception {
        var attributes = signer(pdf).getSignedAttributes();
        assertThat(attributes.get(CMSAttributes.signingTime)).isNull();
        SigningCertificateV2 bound = SigningCertificateV2.getInstance(
                attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2).getAttributeValues()[0]);
        assertThat(bound.getCerts()[0].getCertHash())
                .isEqualTo(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(Faces.KEY.chain().get(0).getEncoded()));
        assertThat(new String(pdf, ISO_8859_1))
                .contains(
                        "/SubFilter /ETSI.CAdES.detached",
                        "/TransformMethod /DocMDP",
                        "/P 1 /V /1.2",
                        "/Perms << /DocMDP");
    }

    @Test
    void keyAndCertificateMustBelongTogether() {
        DocumentKeys.Pair one = DocumentKeys.made();
        DocumentKeys.Pair other = DocumentKeys.made();
        Instant now = Instant.now();
        assertThat(DocumentKey.of(one.key(), one.certificate(), now).chain()).hasSize(1);
        assertThatThrownBy(() -> DocumentKey.of(one.key(), other.certificate(), now))
                .hasMessage("the certificate belongs to another key");
        assertThatThrownBy(() -> DocumentKey.of("bm8=", one.certificate(), now))
                .hasMessageContaining("not a P-256 private key")
                .hasMessageNotContaining("bm8=");
        assertThatThrownBy(() -> DocumentKey.of(one.key(), "bm8=", now)).hasMessageContaining("not X.509");
        assertThatThrownBy(() -> DocumentKey.of(one.key(), one.certificate(), Instant.parse("2000-01-01T00:00:00Z")))
                .hasMessageContaining("valid only from");
    }

    @Test
    void armouredKeysAndWholeChainsAreReadAsWell() {
        DocumentKeys.Pair pair = DocumentKeys.made();
        String certificate = armoured("CERTIFICATE", pair.certificate());
        DocumentKey key = DocumentKey.of(
                armoured("PRIVATE KEY", pair.key()),
                certificate + armoured("CERTIFICATE", DocumentKeys.made().certificate()),
                Instant.now());
        assertThat(key.chain()).hasSize(2);
    }

    private static String armoured(String what, String base64) {
        byte[] der = Base64.getDecoder().decode(base64);
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }

    private static Matcher range(byte[] pdf) {
        Matcher range = RANGE.matcher(new String(pdf, ISO_8859_1));
        assertThat(range.find()).isTrue();
        return range;
    }

    private static SignerInformation signer(byte[] pdf) throws Exception {
        Matcher range = range(pdf);
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.write(pdf, 0, from);
        signed.write(pdf, to, pdf.length - to);
        byte[] hex = HexFormat.of().parseHex(new String(pdf, from + 1, to - from - 2, ISO_8859_1));
        try (ASN1InputStream cms = new ASN1InputStream(hex)) {
            CMSSignedData data = new CMSSignedData(
                    new CMSProcessableByteArray(signed.toByteArray()),
                    cms.readObject().getEncoded());
            assertThat(data.getSignerInfos().size()).isEqualTo(1);
            return data.getSignerInfos().iterator().next();
        }
    }
}
