package org.chizheng.paper;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.chizheng.bank.Revision;
import org.chizheng.bank.RevisionDigest;
import org.chizheng.common.Digests;
import org.chizheng.common.Sealer;
import org.chizheng.paper.ProvableDraw.Form;
import org.chizheng.paper.rule.ParallelForms.EnemiesMeet;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Proves a session's papers from the database: they are drawn again, item by item, and held against what was delivered and by what it was scored. */
public final class DrawProof {
    private static final TypeReference<List<Revision.Option>> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<List<KeyEntry>> KEY = new TypeReference<>() {};
    private static final String POOL = """
            SELECT r.*, p.level, f.width, f.height FROM paper_batch_pool p JOIN item_revision r ON r.id = p.revision_id
            LEFT JOIN figure f ON f.digest = r.figure WHERE p.batch_id = ? ORDER BY p.ordinal""";
    private static final String PAPERS = """
            SELECT p.digest, p.body, k.answers, p.places FROM paper p JOIN paper_key k ON k.paper_id = p.id WHERE p.batch_id = ? ORDER BY p.ordinal""";
    private final DrawBook book;
    private final ObjectMapper json;

    public DrawProof(Connection connection, Sealer sealer, ObjectMapper json) {
        book = new DrawBook(connection, sealer);
        this.json = json;
    }

    /** How much was looked at, and what does not hold. */
    public record Finding(int items, int papers, List<String> faults) {}

    private record Stored(String digest, String body, String answers, List<Integer> places) {}

    private record Content(Revision revision, String digest) {}

    /** @throws IllegalArgumentException if there is no such batch, or it was drawn by rules that cannot be repeated */
    public Finding prove(UUID batch) throws SQLException, IOException {
        DrawView view = book.read(batch, true)
                .orElseThrow(
                        () -> new IllegalArgumentException("no draw that can be repeated is stored for this session"));
        DrawRecord record = view.record();
        List<Content> pool = book.list(POOL, batch, this::content);
        List<String> faults = new ArrayList<>(view.drawnAt() == null ? List.of() : ProvableDraw.faults(record));
        byte[] salt = book.salt(batch);
        for (int i = 0; i < pool.size(); i++) {
            Content item = pool.get(i);
            String code = item.revision().item();
            if (!item.digest().equals(item.revision().digest())) {
                faults.add("item " + code + " is not what was approved");
            } else if (!ProvableDraw.blind(salt, i, item.digest())
                    .equals(record.pool().get(i).digest())) {
                faults.add("item " + code + " is not the one that was committed");
            }
        }
        List<Stored> papers = book.list(PAPERS, batch, DrawProof::stored);
        if (record.publicValue() != null) {
            List<Revision> revisions = pool.stream().map(Content::revision).toList();
            List<Form> forms = drawn(book.committed(batch), record.publicValue(), papers.size(), faults);
            for (int i = 0; i < forms.size(); i++) {
                compare(i + 1, Freezer.freeze("", forms.get(i), revisions), papers.get(i), faults);
                if (!papers.get(i).places().equals(forms.get(i).pool())) {
                    faults.add("paper " + (i + 1) + " says that it holds other items");
                }
            }
        }
        return new Finding(pool.size(), papers.size(), faults);
    }

    /** Empty if the enemies of the record leave no paper; then that is a fault. */
    private static List<Form> drawn(Committed committed, String publicValue, int papers, List<String> faults) {
        try {
            return committed.forms(publicValue, papers);
        } catch (EnemiesMeet e) {
            faults.add(ProvableDraw.UNDRAWABLE);
            return List.of();
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Array places = row.getArray(4);
        return new Stored(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                places == null ? List.of() : Arrays.asList((Integer[]) places.getArray()));
    }

    private void compare(int number, Freezer.Frozen drawn, Stored stored, List<String> faults) throws IOException {
        PaperView body = json.readValue(stored.body(), PaperView.class);
        List<KeyEntry> key = json.readValue(stored.answers(), KEY);
        int before = faults.size();
        for (int i = 0; i < drawn.view().items().size(); i++) {
            if (i >= body.items().size()
                    || !body.items().get(i).equals(drawn.view().items().get(i))) {
                faults.add("paper " + number + ", question " + (i + 1) + " is not the one that was drawn");
            } else if (i >= key.size() || !key.get(i).equals(drawn.key().get(i))) {
                faults.add("paper " + number + ", question " + (i + 1) + " has another key");
            }
        }
        if (faults.size() == before
                && !Digests.hex(stored.body(), stored.answers()).equals(stored.digest())) {
            faults.add("paper " + number + " is not as it was frozen");
        }
    }

    private Content content(ResultSet row) throws SQLException {
        try {
            List<Revision.Option> options = json.readValue(row.getString("options"), OPTIONS);
            String figure = row.getString("figure");
            String alt = row.getString("figure_alt");
            Revision revision = new Revision(
                    row.getObject("id", UUID.class),
                    row.getString("item"),
                    row.getString("type"),
                    row.getString("chapter"),
                    row.getInt("difficulty"),
                    row.getString("stem"),
                    options,
                    figure == null
                            ? null
                            : new Revision.Picture(figure, alt, row.getInt("width"), row.getInt("height")),
                    row.getString("digest"),
                    row.getString("level"));
            String digest = RevisionDigest.of(
                    revision.type(),
                    revision.chapter(),
                    revision.difficulty(),
                    revision.stem(),
                    texts(options, true),
                    texts(options, false),
                    row.getString("explanation"),
                    row.getString("source"),
                    figure,
                    alt);
            return new Content(revision, digest);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(List<Revision.Option> options, boolean right) {
        return options.stream()
                .filter(option -> option.right() == right)
                .map(Revision.Option::text)
                .toList();
    }
}
