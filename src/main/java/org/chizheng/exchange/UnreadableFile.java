package org.chizheng.exchange;

/** A file that is refused as a whole. */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String detail;

    /**
     * @param code for the message exchange_file_CODE
     * @param detail where, or how much, in the file's own words; may be empty
     */
    public UnreadableFile(String code, String detail) {
        super(code + " " + detail);
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
