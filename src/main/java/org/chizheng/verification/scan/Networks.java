package org.chizheng.verification.scan;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;
import org.chizheng.verification.scan.rule.Network;

/** Networks as keyed indexes. Whoever checks much checks again, so the last ones are kept; the addresses stay in memory only. */
@ApplicationScoped
class Networks {
    private static final int INDEX_BYTES = 16;
    private static final int KEPT = 10_000;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final Sealer sealer;

    Networks(Sealer sealer) {
        this.sealer = sealer;
    }

    /** @param address null where there is none; the index is shared and must not be changed */
    byte[] index(String address) {
        String of = address == null ? "" : address;
        byte[] index = known.get(of);
        if (index == null) {
            if (known.size() >= KEPT) {
                known.clear();
            }
            index = Arrays.copyOf(sealer.index(Network.of(address), "scan-network"), INDEX_BYTES);
            known.put(of, index);
        }
        return index;
    }
}
