package org.chizheng.paper;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.agroal.api.AgroalDataSource;

/** The public record of each session's draw, as far as it may be known by now, and whether it holds. */
@ApplicationScoped
public class Draws {
    /** Drawing again takes tenths of a second for a large hall, and anybody may ask. */
    private final Cache<UUID, List<String>> checked = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private final AgroalDataSource source;
    private final Sealer sealer;

    public Draws(AgroalDataSource source, Sealer sealer) {
        this.source = source;
        this.sealer = sealer;
    }

    /** Empty for batches of before the draw could be repeated. */
    public Optional<DrawView> of(UUID batch) {
        try (Connection connection = source.getConnection()) {
            return new DrawBook(connection, sealer).read(batch, false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param revealed the record with its secret; @return as {@link ProvableDraw#faults}, at most a minute old */
    public List<String> faults(UUID batch, DrawView revealed) {
        return checked.get(batch, id -> ProvableDraw.faults(revealed.record()));
    }
}
