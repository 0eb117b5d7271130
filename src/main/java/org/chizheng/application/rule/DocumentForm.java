package org.chizheng.application.rule;

import java.util.Arrays;
import java.util.Optional;

/** What a document may be, told by its first bytes and never by its name. */
public enum DocumentForm {
    PDF("application/pdf", 0x25, 0x50, 0x44, 0x46, 0x2d),
    JPEG("image/jpeg", 0xff, 0xd8, 0xff),
    PNG("image/png", 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

    /** 4 MB, so that a few of them fit into one request. */
    public static final int LARGEST_BYTES = 4 << 20;

    private final String mediaType;
    private final byte[] start;

    DocumentForm(String mediaType, int... start) {
        this.mediaType = mediaType;
        this.start = new byte[start.length];
        for (int i = 0; i < start.length; i++) {
            this.start[i] = (byte) start[i];
        }
    }

    public String mediaType() {
        return mediaType;
    }

    /** Empty if it is none of them. */
    public static Optional<DocumentForm> of(byte[] content) {
        return Arrays.stream(values())
                .filter(form -> content.length > form.start.length
                        && Arrays.equals(Arrays.copyOf(content, form.start.length), form.start))
                .findFirst();
    }
}
