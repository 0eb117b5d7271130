package org.chizheng.bank;

import org.chizheng.common.Digests;

/** A picture as it is stored and sent. Width and height in CSS pixels. */
public record Figure(String mediaType, byte[] bytes, int width, int height) {
    /** SHA-256 of the bytes, in hexadecimal: the figure's name. */
    public String digest() {
        return Digests.file(bytes);
    }
}
