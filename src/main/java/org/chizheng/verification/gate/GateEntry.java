package org.chizheng.verification.gate;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A check as the gate's device noted it.
 *
 * @param id drawn by the device, so that the same entry can be sent again
 * @param at by the device's clock, which may be wrong
 * @param code the verification code, or null where none was read
 * @param listIssuedAt when the status list was signed by which was judged, or null
 * @param gate the gate's name, perhaps empty
 * @param address the foreign host that the QR code led to, or null
 */
public record GateEntry(
        @NotNull UUID id,
        @NotNull Instant at,
        @Pattern(regexp = "[0-9A-Z]{20}") String code,
        @NotNull GateResult result,
        Instant listIssuedAt,

        @NotNull @Pattern(regexp = "[^\\p{Cntrl}\\p{Cs}]{0,60}")
        String gate,

        @Pattern(regexp = "[!-~]{1,100}") String address) {}
