package org.chizheng.centre;

import java.time.LocalDate;
import java.util.UUID;

/** A device of a station; checkedUntil is the last day that its inspection covers, out is null while it is in service. */
public record DeviceView(UUID id, UUID stationId, String name, String serial, LocalDate checkedUntil, Out out) {}
