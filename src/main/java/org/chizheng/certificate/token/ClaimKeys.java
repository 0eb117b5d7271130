package org.chizheng.certificate.token;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheResult;

/** The keys by which claims and status lists are checked. Read anew every few seconds, so that each replica hears of a compromised key. */
@ApplicationScoped
public class ClaimKeys {
    private final KeyHistory history;

    public ClaimKeys(KeyHistory history) {
        this.history = history;
    }

    /** A key of ours for that purpose, whether it still signs or not. */
    public Optional<KnownKey> find(KeyId kid, Purpose purpose) {
        return all().stream()
                .filter(known -> known.purpose() == purpose && known.key().kid().equals(kid))
                .findFirst();
    }

    @CacheResult(cacheName = "signing-keys")
    List<KnownKey> all() {
        return history.all().stream()
                .filter(entry -> entry.purpose() != Purpose.DOCUMENT)
                .map(entry -> new KnownKey(
                        PublicKey.of(entry.spki()),
                        entry.purpose(),
                        entry.activeFrom(),
                        entry.signsUntil(),
                        entry.compromisedAt()))
                .toList();
    }

    /** After a change made here; other replicas see it when what they have read is too old. */
    @CacheInvalidateAll(cacheName = "signing-keys")
    void forget() {
        // The annotation does it.
    }
}
