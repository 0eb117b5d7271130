package org.chizheng.common.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/**
 * CMS signatures for PDF as ETSI EN 319 142-1 asks for (baseline B-B): detached, ECDSA on P-256 with SHA-256, the signer's certificate bound by signing-certificate-v2,
 * no signing time among the attributes. The nonce is derived from key and message (RFC 6979), so that the same document gets the same bytes.
 */
public final class DocumentSigner {
    private final ECPrivateKeyParameters key;
    private final X509CertificateHolder own;
    private final CMSAttributeTableGenerator attributes;
    private final DigestCalculatorProvider digests;
    private final CollectionStore<X509CertificateHolder> chain;
    private final int room;
    private final Instant from;
    private final Instant until;

    public DocumentSigner(DocumentKey signer) {
        try {
            key = (ECPrivateKeyParameters)
                    PrivateKeyFactory.createKey(signer.key().getEncoded());
            List<X509CertificateHolder> holders = new ArrayList<>();
            for (X509Certificate certificate : signer.chain()) {
                holders.add(new X509CertificateHolder(certificate.getEncoded()));
            }
            chain = new CollectionStore<>(holders);
            own = holders.get(0);
            attributes = attributes(own);
            digests = new JcaDigestCalculatorProviderBuilder().build();
            from = signer.chain().get(0).getNotBefore().toInstant();
            until = signer.chain().get(0).getNotAfter().toInstant();
            room = sign(new byte[0]).length + 8;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalArgumentException("the document key cannot sign", e);
        }
    }

    private static CMSAttributeTableGenerator attributes(X509CertificateHolder own)
            throws GeneralSecurityException, IOException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(own.getEncoded());
        // Where an ESSCertIDv2 names no digest algorithm, it is SHA-256.
        AttributeTable bound = new AttributeTable(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest)))));
        DefaultSignedAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator(bound);
        return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }

    /** @throws IllegalStateException outside the validity of the signer's certificate: what was signed then would not be believed */
    public void requireValid(Instant at) {
        if (at.isBefore(from) || at.isAfter(until)) {
            throw new IllegalStateException("the document certificate is not valid at " + at);
        }
    }

    /** The most bytes that a signature takes. */
    public int room() {
        return room;
    }

    /** @return a detached SignedData over all parts in their order, in DER */
    public byte[] sign(byte[]... parts) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signerInfo());
            generator.addCertificates(chain);
            return generator.generate(new Parts(parts), false).getEncoded("DER");
        } catch (CMSException | OperatorCreationException e) {
            throw new IllegalStateException("the document cannot be signed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One for each signature: it keeps what it digests. */
    private SignerInfoGenerator signerInfo() throws OperatorCreationException {
        return new SignerInfoGeneratorBuilder(digests)
                .setSignedAttributeGenerator(attributes)
                .build(new Ecdsa(key), own);
    }

    private record Parts(byte[]... parts) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return PKCSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            for (byte[] part : parts) {
                out.write(part);
            }
        }

        @Override
        public Object getContent() {
            return parts;
        }
    }

    /** ECDSA with SHA-256 for one message; the nonce by RFC 6979. */
    public static final class Ecdsa implements ContentSigner {
        private final ECPrivateKeyParameters key;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        public Ecdsa(ECPrivateKeyParameters key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        }

        @Override
        public OutputStream getOutputStream() {
            return message;
        }

        @Override
        public byte[] getSignature() {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(message.toByteArray());
                ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
                signer.init(true, key);
                BigInteger[] signature = signer.generateSignature(digest);
                return StandardDSAEncoding.INSTANCE.encode(key.getParameters().getN(), signature[0], signature[1]);
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
