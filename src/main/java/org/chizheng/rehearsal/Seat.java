package org.chizheng.rehearsal;

/** A made-up candidate's place: the session, and what signs in to it. */
public record Seat(String session, String ticket, String idNumber) {}
