package org.chizheng.audit;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Signer;

import io.agroal.api.AgroalDataSource;

/** Walks the chain from its origin and names the first position that does not hold. */
@ApplicationScoped
public class Proving {
    private final AgroalDataSource source;
    private final Signer signer;

    public Proving(AgroalDataSource source, Signer signer) {
        this.source = source;
        this.signer = signer;
    }

    /**
     * @param checked links that were walked
     * @param sealed the last position that a signature covers; detection is promised up to here
     * @param fault null, or what does not hold at which position
     */
    public record Proof(long checked, long sealed, String fault) {}

    @Transactional
    public Proof prove() {
        try (Connection connection = source.getConnection()) {
            return new ChainWalk(connection, signer).fromTheOrigin();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
