package org.chizheng.certificate.rule;

/**
 * The identifier of an electronic certificate 电子证照标识 (GB/T 36904-2018): the root, then the type of document, the issuer, the serial number, the version and a check
 * character by ISO 7064 MOD 37,36 over these four without their dots. The shape was read off identifiers that authorities published; the standard's text was not at hand.
 */
public final class DocumentIdentifier {
    private static final String ROOT = "1.2.156.3005.2.";

    private DocumentIdentifier() {}

    /**
     * @param type of document: unified credit code of who defined it, and three digits
     * @param issuer unified credit code
     * @param version 1 to 999: how often the document was issued anew under its serial number
     * @throws IllegalArgumentException if a part holds anything but digits and capital letters, or the version is out of range
     */
    public static String of(String type, String issuer, String serial, int version) {
        if (version < 1 || version > 999) {
            throw new IllegalArgumentException("version " + version);
        }
        String edition = "%03d".formatted(version);
        char check = CheckCharacter.of(type + issuer + serial + edition);
        return ROOT + String.join(".", type, issuer, serial, edition) + "." + check;
    }

    /** Whether the parts are there and the check character fits them. */
    public static boolean isWellFormed(String identifier) {
        if (!identifier.matches("1\\.2\\.156\\.3005\\.2(\\.[0-9A-Z]+){3}\\.[0-9]{3}\\.[0-9A-Z]")) {
            return false;
        }
        int end = identifier.length() - 2;
        return CheckCharacter.of(identifier.substring(ROOT.length(), end).replace(".", ""))
                == identifier.charAt(end + 1);
    }
}
