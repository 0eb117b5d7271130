package org.chizheng.closing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.GregorianCalendar;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.document.DocumentSigner;

/**
 * Puts the service's signature into the record of a room as it was drawn up, before anybody of the staff sees it: ETSI.CAdES.detached, and certified with DocMDP level 1,
 * so that no change is allowed. What two people then sign are these bytes.
 */
@ApplicationScoped
class RecordSignature {
    private static final COSName TRANSFORM_PARAMS = COSName.getPDFName("TransformParams");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private final DocumentSigner signer;

    RecordSignature(DocumentSigner signer) {
        this.signer = signer;
    }

    /** @throws IllegalStateException if the signer's certificate is not valid at that instant */
    byte[] sign(byte[] pdf, Instant at) {
        signer.requireValid(at);
        ByteArrayOutputStream signed = new ByteArrayOutputStream(pdf.length + 16_384);
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(signer.room());
            document.addSignature(certifying(document, at), options);
            ExternalSigningSupport hole = document.saveIncrementalForExternalSigning(signed);
            hole.setSignature(signer.sign(hole.getContent().readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signed.toByteArray();
    }

    private static PDSignature certifying(PDDocument document, Instant at) {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setSignDate(GregorianCalendar.from(at.atZone(OfficialClock.ZONE)));
        COSDictionary allowed = new COSDictionary();
        allowed.setItem(COSName.TYPE, TRANSFORM_PARAMS);
        allowed.setInt(COSName.P, 1);
        allowed.setName(COSName.V, "1.2");
        COSDictionary reference = new COSDictionary();
        reference.setName(COSName.TYPE, "SigRef");
        reference.setItem(COSName.getPDFName("TransformMethod"), DOC_MDP);
        reference.setItem(TRANSFORM_PARAMS, allowed);
        COSArray references = new COSArray();
        references.add(reference);
        signature.getCOSObject().setItem(COSName.getPDFName("Reference"), references);
        COSDictionary permissions = new COSDictionary();
        permissions.setItem(DOC_MDP, signature);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.getPDFName("Perms"), permissions);
        catalog.setNeedToBeUpdated(true);
        return signature;
    }
}
