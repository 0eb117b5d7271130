package org.chizheng.workforce;

import java.util.UUID;

/** A post of an enterprise. */
public record PostView(UUID id, UUID enterpriseId, String title) {}
