package org.chizheng.blueprint;

import java.util.List;
import java.util.UUID;

import org.chizheng.blueprint.rule.Quota;

/** One immutable revision of a blueprint. */
public record Blueprint(UUID id, String code, int number, String subject, String digest, List<Quota> quotas) {
    public Blueprint {
        quotas = List.copyOf(quotas);
    }
}
