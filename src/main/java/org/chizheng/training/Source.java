package org.chizheng.training;

import java.util.UUID;

/** Who trained: a provider, or an enterprise its own people. Exactly one is not null. */
public record Source(UUID provider, UUID enterprise) {
    public static Source provider(UUID id) {
        return new Source(id, null);
    }

    public static Source enterprise(UUID id) {
        return new Source(null, id);
    }
}
