package org.chizheng.centre;

import java.util.UUID;

/** A centre. */
public record CentreView(UUID id, String code, String zh, String en, String region) {}
