package org.chizheng.people;

import java.util.UUID;

/** A role within one scope; all three null means the whole installation. */
public record Grant(String role, String region, UUID centreId, UUID enterpriseId) {}
