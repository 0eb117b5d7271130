package org.chizheng.bank;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Stored figures, by digest. Who may see one is decided at the doors. */
@ApplicationScoped
public class Figures {
    private final Sql sql;

    public Figures(Sql sql) {
        this.sql = sql;
    }

    public Optional<Figure> find(String digest) {
        return sql.first(
                "SELECT * FROM figure WHERE digest = ?",
                row -> new Figure(
                        row.getString("media_type"), row.getBytes("bytes"), row.getInt("width"), row.getInt("height")),
                digest);
    }

    /** Adds what is not there yet, in the caller's transaction. */
    public void keep(Collection<Figure> figures) {
        List<Object[]> rows = figures.stream()
                .map(f -> new Object[] {f.digest(), f.mediaType(), f.bytes(), f.width(), f.height()})
                .toList();
        sql.batch(
                "INSERT INTO figure (digest, media_type, bytes, width, height) VALUES (?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING",
                rows);
    }
}
