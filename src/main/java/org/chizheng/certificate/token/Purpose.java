package org.chizheng.certificate.token;

/** What a key may sign. Of each purpose one key signs at a time. */
public enum Purpose {
    /** Claims in QR codes. */
    CLAIM,
    /** Status lists. */
    STATUS,
    /** PDF documents. */
    DOCUMENT,
    /** Credentials for wallets, and their status lists. */
    CREDENTIAL
}
