package org.chizheng.booking;

import java.util.UUID;

/** What a program asks for; application is left out where the address names it. */
public record BookingForm(UUID application, UUID session) {}
