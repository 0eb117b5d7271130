package org.chizheng.workforce;

import java.util.UUID;

/** An enterprise; region is the county of the place of production. */
public record EnterpriseView(UUID id, String creditCode, String name, String region, boolean highRisk) {}
