package org.chizheng.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import org.chizheng.common.Refused;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The bytes of a file that somebody brings to be checked. */
final class UploadedDocument {
    /** Bytes; the largest document that was ever issued is a twentieth of it. */
    private static final int LARGEST = 2_000_000;

    private UploadedDocument() {}

    /** @throws Refused FILE_MISSING or FILE_TOO_LARGE with the limit in megabytes */
    static byte[] of(FileUpload file) {
        if (file == null) {
            throw new Refused(VerificationRefusal.FILE_MISSING);
        }
        try (InputStream in = Files.newInputStream(file.uploadedFile())) {
            return of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refused FILE_MISSING or FILE_TOO_LARGE with the limit in megabytes */
    static byte[] of(InputStream file) {
        try {
            byte[] bytes = file.readNBytes(LARGEST + 1);
            if (bytes.length == 0) {
                throw new Refused(VerificationRefusal.FILE_MISSING);
            }
            if (bytes.length > LARGEST) {
                throw new Refused(VerificationRefusal.FILE_TOO_LARGE, LARGEST / 1_000_000);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
