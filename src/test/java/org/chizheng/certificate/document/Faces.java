package org.chizheng.certificate.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;
import org.chizheng.certificate.CertificateFace;
import org.chizheng.certificate.DocumentKind;
import org.chizheng.certificate.rule.DocumentIdentifier;
import org.chizheng.common.document.DocumentKey;
import org.chizheng.common.document.DocumentSigner;
import org.chizheng.people.Portraits;

/** Certificates of made-up people, and a press whose key and certificate are the same in each run, so that whole files can be compared. */
final class Faces {
    static final String ADDRESS = "https://exam.example.org/v/7K2M9Q4R8T1V5X3Z6B0C";
    static final Instant ISSUED = Instant.parse("2026-11-25T03:04:05Z");
    static final String LONG_NAME = "Maximiliana Aleksandra Konstantinopolitanska-Vandenbroucke Demo";
    static final String LONG_EMPLOYER = "江苏演示化学工业（集团）股份有限公司南京江北新材料科技园高性能聚合物分公司第三生产中心";
    static final DocumentKey KEY = key(ISSUED.minusSeconds(86_400), Instant.parse("2046-11-25T00:00:00Z"));

    private Faces() {}

    static DocumentPress press() {
        return new DocumentPress(new DocumentSigner(KEY), false);
    }

    static CertificateFace operator(String name) {
        return new Made(DocumentKind.OPERATOR, name, photo(), null, null, false).face();
    }

    static CertificateFace manager(String name) {
        return new Made(DocumentKind.MANAGER, name, photo(), null, null, false).face();
    }

    /** The odd ones, by name: both kinds, with and without what may be missing or long. */
    static Map<String, CertificateFace> all() {
        Map<String, CertificateFace> faces = new LinkedHashMap<>();
        faces.put("operator", new Made(DocumentKind.OPERATOR, "演示考生甲", photo(), null, null, true).face());
        faces.put("manager", new Made(DocumentKind.MANAGER, "演示考生乙", photo(), "演示化工有限公司", null, true).face());
        faces.put("rare-name", new Made(DocumentKind.MANAGER, "龚䶮𠀀", photo(), null, null, true).face());
        faces.put("no-photo", new Made(DocumentKind.OPERATOR, "演示考生丙", null, null, null, false).face());
        faces.put(
                "long-name",
                new Made(DocumentKind.OPERATOR, LONG_NAME, photo(), null, LocalDate.of(2029, 11, 24), true).face());
        faces.put("long-employer", new Made(DocumentKind.MANAGER, "欧阳演示", photo(), LONG_EMPLOYER, null, true).face());
        return faces;
    }

    static byte[] photo() {
        try {
            return Portraits.madeUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What differs from one face to the next. */
    record Made(DocumentKind kind, String name, byte[] photo, String employer, LocalDate reviewDue, boolean demo) {
        CertificateFace face() {
            boolean operator = kind == DocumentKind.OPERATOR;
            LocalDate day = LocalDate.of(2026, 11, 25);
            return new CertificateFace(
                    kind,
                    operator ? "特种作业操作证" : "安全生产知识和管理能力考核合格证",
                    operator
                            ? "Special Operation Certificate"
                            : "Certificate of Competence in Work Safety Knowledge and Management",
                    name,
                    true,
                    photo,
                    "320100199001010018",
                    operator ? "T320100199001010018" : "20267K2M9Q4R8T",
                    operator ? "电工作业" : "主要负责人",
                    operator ? "Electrical work" : "Principal responsible person",
                    operator ? "低压电工作业" : "危险化学品生产单位主要负责人",
                    operator ? "Low-voltage electrical work" : "Hazardous chemical production",
                    employer,
                    day,
                    day,
                    LocalDate.of(2029, 11, 24),
                    reviewDue,
                    "江苏省应急管理厅",
                    "Jiangsu Provincial Department of Emergency Management",
                    "20267K2M9Q4R8T",
                    DocumentIdentifier.of(
                            operator ? "11100000DEMO00000X021" : "11100000DEMO00000X022",
                            "11320000DEMO00000X",
                            "20267K2M9Q4R8T",
                            1),
                    "7K2M9Q4R8T1V5X3Z6B0C",
                    ADDRESS + "#" + digits(),
                    ISSUED,
                    demo);
        }
    }

    /** As long as a signed claim is. */
    static String digits() {
        return new Random(1)
                .ints(420, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** A key that everybody can compute, hence nobody's, with a certificate that it signed itself. */
    static DocumentKey key(Instant from, Instant until) {
        try {
            ECDomainParameters curve =
                    new ECNamedDomainParameters(X9ObjectIdentifiers.prime256v1, SECNamedCurves.getByName("secp256r1"));
            BigInteger secret = new BigInteger("20261125").pow(9).mod(curve.getN());
            byte[] pkcs8 = PrivateKeyInfoFactory.createPrivateKeyInfo(new ECPrivateKeyParameters(secret, curve))
                    .getEncoded();
            SubjectPublicKeyInfo open = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                    new ECPublicKeyParameters(curve.getG().multiply(secret), curve));
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new DocumentKey(
                    key, List.of(certificate(open, new ECPrivateKeyParameters(secret, curve), from, until)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(
            SubjectPublicKeyInfo open, ECPrivateKeyParameters key, Instant from, Instant until)
            throws CertificateException, IOException {
        X500Name nobody = new X500Name("CN=Chizheng test 持证测试,OU=not an authority");
        ContentSigner signer = new DocumentSigner.Ecdsa(key);
        return new JcaX509CertificateConverter()
                .getCertificate(new X509v3CertificateBuilder(
                                nobody, BigInteger.TEN, Date.from(from), Date.from(until), nobody, open)
                        .addExtension(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                        .build(signer));
    }
}
