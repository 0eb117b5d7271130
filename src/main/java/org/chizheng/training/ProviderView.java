package org.chizheng.training;

import java.util.UUID;

/** A training provider; trainers: how many work there today. */
public record ProviderView(UUID id, String creditCode, String name, String region, int trainers) {}
