package org.chizheng.certificate.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Sql;

/** The lists as they are published. */
@ApplicationScoped
public class StatusLists {
    private final Sql sql;
    private final ChizhengConfig config;

    public StatusLists(Sql sql, ChizhengConfig config) {
        this.sql = sql;
        this.config = config;
    }

    /** One list among those there are. */
    public record Listed(int list, String address, Instant issuedAt, Instant expiresAt, int bytes, String kid) {}

    public List<Listed> all() {
        return sql.list(
                "SELECT list, signed_at, expires_at, length(signed) AS bytes, kid FROM status_list WHERE signed IS NOT NULL ORDER BY list",
                row -> new Listed(
                        row.getInt("list"),
                        address(row.getInt("list")),
                        Sql.instant(row, "signed_at"),
                        Sql.instant(row, "expires_at"),
                        row.getInt("bytes"),
                        row.getString("kid")));
    }

    /** The signed bytes, or nothing where there is no such list or it was not signed yet. */
    public Optional<byte[]> signed(int list) {
        return sql.first(
                "SELECT signed FROM status_list WHERE list = ? AND signed IS NOT NULL", row -> row.getBytes(1), list);
    }

    /** Where the list is published; stands in it as its subject. */
    public String address(int list) {
        return config.publicUrl() + "/status/" + list;
    }
}
