package org.chizheng.certificate.document;

/** A press that is not this installation's: the same art, another key. */
public final class OtherPress {
    private OtherPress() {}

    public static byte[] sheet() {
        return Faces.press().press(Faces.manager("演示考生乙"));
    }
}
