package org.chizheng.incident.rule;

import java.util.Optional;

/** What a file is by its first bytes; its name says nothing. */
public enum EvidenceType {
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
    PDF("application/pdf", '%', 'P', 'D', 'F', '-');

    private final String mediaType;
    private final int[] start;

    EvidenceType(String mediaType, int... start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Empty where it is none of them. */
    public static Optional<EvidenceType> of(byte[] file) {
        for (EvidenceType type : values()) {
            if (type.begins(file)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] file) {
        if (file.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((file[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
