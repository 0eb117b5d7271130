package org.chizheng.calibration;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Items;
import org.chizheng.common.Sql;
import org.chizheng.paper.PaperView;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What the candidates of a session answered, in the author's order of options, and how everybody so far has answered these items: for who looks at sittings and not at items. */
@ApplicationScoped
public class SessionSheets {
    private static final String PAPERS = """
            SELECT s.id, e.batch_id, p.body FROM sitting s JOIN exam_session e ON e.id = s.session_id JOIN paper p ON p.id = s.paper_id WHERE s.session_id = ?""";
    private final Sql sql;
    private final Items items;
    private final CountedItems counted;
    private final Tallies tallies;
    private final ObjectMapper json;

    SessionSheets(Sql sql, Items items, CountedItems counted, Tallies tallies, ObjectMapper json) {
        this.sql = sql;
        this.items = items;
        this.counted = counted;
        this.tallies = tallies;
        this.json = json;
    }

    /**
     * An item that stood on a paper.
     *
     * @param no its number on the paper
     * @param item its short number, the same on all papers
     * @param chosen the author's options chosen, bit 0 for the first; 0 if left blank
     */
    public record Given(int no, int item, int chosen) {}

    /** key: the one of today; times: how often each choice was made by everybody so far. */
    public record Item(String type, int options, int key, Map<Integer, Long> times) {
        public Item {
            times = Map.copyOf(times);
        }
    }

    private record Sat(UUID sitting, UUID batch, byte[] body) {}

    /** The papers of a session with their items by short number; those that nobody's answers were counted for are missing. */
    public final class Papers {
        private final Map<UUID, List<DeliveredItems.Answered>> bare;
        private final Map<UUID, PaperView> papers;
        private final DeliveredItems pool;
        private final Map<UUID, Integer> numbers;
        private final Map<Integer, Item> known;

        private Papers(
                Map<UUID, List<DeliveredItems.Answered>> bare, Map<UUID, PaperView> papers, DeliveredItems pool) {
            this.bare = bare;
            this.papers = papers;
            this.pool = pool;
            Set<UUID> revisions = new HashSet<>();
            bare.values()
                    .forEach(sheet -> sheet.forEach(
                            answered -> revisions.add(answered.revision().id())));
            numbers = counted.known(revisions);
            known = known(revisions);
        }

        public Set<UUID> sittings() {
            return bare.keySet();
        }

        public Map<Integer, Item> items() {
            return known;
        }

        /** @param answers of one sitting by number on the paper, ids of options with commas between them */
        public List<Given> sheet(UUID sitting, Map<Integer, String> answers) {
            PaperView paper = papers.get(sitting);
            List<DeliveredItems.Answered> answered = pool.of(paper, answers);
            List<Given> sheet = new java.util.ArrayList<>();
            for (int place = 0; place < answered.size(); place++) {
                Integer number = numbers.get(answered.get(place).revision().id());
                if (number != null && known.containsKey(number)) {
                    sheet.add(new Given(
                            paper.items().get(place).no(),
                            number,
                            answered.get(place).chosen()));
                }
            }
            return sheet;
        }
    }

    public Papers of(UUID session) {
        List<Sat> sat = sql.list(
                PAPERS,
                row -> new Sat(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBytes(3)),
                session);
        Map<UUID, List<DeliveredItems.Answered>> bare = new HashMap<>();
        Map<UUID, PaperView> papers = new HashMap<>();
        DeliveredItems pool = new DeliveredItems(
                sat.isEmpty() ? List.of() : items.committed(sat.get(0).batch()));
        for (Sat one : sat) {
            PaperView paper = paper(one.body());
            papers.put(one.sitting(), paper);
            bare.put(one.sitting(), pool.of(paper, Map.of()));
        }
        return new Papers(bare, papers, pool);
    }

    private Map<Integer, Item> known(Set<UUID> revisions) {
        List<CountedItem> stored = counted.ofRevisions(revisions);
        Map<Integer, Map<Integer, Long>> times = new HashMap<>();
        tallies.of(stored.stream().map(CountedItem::number).toList())
                .answers()
                .forEach((answer, sums) -> times.computeIfAbsent(answer.item(), none -> new HashMap<>())
                        .put(answer.chosen(), sums.times()));
        Map<Integer, Item> found = new HashMap<>();
        for (CountedItem item : stored) {
            Map<Integer, Long> chosen = times.get(item.number());
            if (chosen != null) {
                found.put(item.number(), new Item(item.type(), item.options().size(), item.key(), chosen));
            }
        }
        return found;
    }

    private PaperView paper(byte[] body) {
        try {
            return json.readValue(body, PaperView.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
