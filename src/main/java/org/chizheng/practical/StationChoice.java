package org.chizheng.practical;

import java.util.UUID;

/** A station at which a practical can be taken. */
public record StationChoice(UUID id, String label) {}
