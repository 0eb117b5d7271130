package org.chizheng.centre;

import java.util.UUID;

/** A centre; host is EXAM_CENTRE or VOCATIONAL_COLLEGE. */
public record CentreView(UUID id, String code, String zh, String en, String region, String host) {}
