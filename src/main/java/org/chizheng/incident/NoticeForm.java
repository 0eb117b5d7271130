package org.chizheng.incident;

/**
 * How the candidate was told.
 *
 * @param toldAt date and time in China
 * @param how IN_PERSON, IN_WRITING or BY_PHONE
 * @param statement what the candidate said, or blank
 * @param signature SIGNED, REFUSED or ABSENT
 * @param remark why it is not signed; asked for unless it is
 */
public record NoticeForm(String toldAt, String how, String statement, String signature, String remark) {}
