package org.chizheng.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Revision;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.Sql;
import org.chizheng.paper.ProvableDraw.Form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes the papers of a batch as they are frozen, each with its key and its proof. */
@ApplicationScoped
class FrozenPapers {
    private static final String PAPER = """
            INSERT INTO paper (id, batch_id, ordinal, digest, body, form, expected, information, places, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Sql sql;
    private final ObjectMapper json;

    FrozenPapers(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A form and what it is for a candidate at the cut. */
    record Drawn(Form form, Weight weight) {}

    /** Within the transaction of whoever draws. @param pool to which the forms' numbers point */
    void write(UUID batch, String title, List<Drawn> drawn, List<Revision> pool, Instant now) {
        List<Object[]> papers = new ArrayList<>();
        List<Object[]> keys = new ArrayList<>();
        for (Drawn paper : drawn) {
            Form form = paper.form();
            Freezer.Frozen frozen = Freezer.freeze(title, form, pool);
            UUID id = Ids.next();
            String body = text(frozen.view());
            String answers = text(frozen.key());
            papers.add(new Object[] {
                id,
                batch,
                papers.size(),
                Digests.hex(body, answers),
                body,
                form.digest(),
                paper.weight().expected(),
                paper.weight().information(),
                form.pool().toArray(Integer[]::new),
                now
            });
            keys.add(new Object[] {id, answers});
        }
        sql.batch(PAPER, papers);
        sql.batch("INSERT INTO paper_key (paper_id, answers) VALUES (?, ?)", keys);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
