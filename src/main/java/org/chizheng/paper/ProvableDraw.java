package org.chizheng.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.chizheng.common.Digests;
import org.chizheng.paper.DrawRecord.Card;
import org.chizheng.paper.DrawRecord.Enemies;
import org.chizheng.paper.rule.Draw;
import org.chizheng.paper.rule.DrawRules;
import org.chizheng.paper.rule.PaperAssembler;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.paper.rule.ParallelForms;
import org.chizheng.paper.rule.ParallelForms.EnemiesMeet;
import org.chizheng.paper.rule.PoolItem;

/**
 * Commits first, draws after. The commitment binds secret, rules, blueprint and pool; the public value is fixed only then; both together are the seed of all papers of the
 * session. Neither who knows the secret nor who gives the public value can choose the papers, and once the secret is revealed anybody can draw them again.
 */
public final class ProvableDraw {
    static final String UNDRAWABLE = "no papers can be drawn from this record: enemies meet";

    private ProvableDraw() {}

    /** A question of a paper: the item by its place in the pool; options[i] is the author's index of the option shown at place i. */
    public record Place(int item, int points, List<Integer> options) {}

    /** A paper, without its words. */
    public record Form(List<Place> places) {
        /** In hexadecimal. */
        public String digest() {
            return Digests.hex("form", places.stream().map(ProvableDraw::line).collect(Collectors.joining("\n")));
        }

        /** The items by their places in the pool, in the order of the paper. */
        public List<Integer> pool() {
            return places.stream().map(Place::item).toList();
        }
    }

    private static String line(Place place) {
        return place.item() + " " + place.points() + " " + place.options();
    }

    /** The salted digest by which an item stands in the public record. */
    public static String blind(byte[] salt, int place, String revisionDigest) {
        return Digests.hex("card", salt, place, revisionDigest);
    }

    /** In hexadecimal, with the rules by their code. Banks and enemies are written only where there are any, so that draws without them keep the commitment they had before there were such. */
    public static String commitment(
            DrawRules rules, byte[] secret, List<Want> wants, List<Card> pool, List<Enemies> enemies) {
        String wanted = wants.stream()
                .map(want -> want.cell().type() + " " + want.cell().chapter() + " "
                        + want.cell().difficulty() + " " + want.items() + " " + want.points()
                        + bank(want.cell().level()))
                .collect(Collectors.joining("\n"));
        String cards = pool.stream()
                .map(card -> card.type() + " " + card.chapter() + " " + card.difficulty() + " " + card.options() + " "
                        + card.chance() + " " + card.digest() + bank(card.level()))
                .collect(Collectors.joining("\n"));
        if (enemies.isEmpty()) {
            return Digests.hex("draw", secret, rules.code(), wanted, cards);
        }
        String apart =
                enemies.stream().map(pair -> pair.one() + " " + pair.other()).collect(Collectors.joining("\n"));
        return Digests.hex("draw", secret, rules.code(), wanted, cards, apart);
    }

    private static String bank(String level) {
        return level.isEmpty() ? "" : " " + level;
    }

    /**
     * Items stand in the order true-false, single, multiple, shuffled within each; options are shuffled, but true and false keep their places.
     *
     * @throws EnemiesMeet by their places in the pool, if no paper can be made that keeps them apart
     */
    public static List<Form> forms(
            DrawRules rules,
            byte[] secret,
            String publicValue,
            List<Want> wants,
            List<Card> pool,
            List<Enemies> enemies,
            int count)
            throws EnemiesMeet {
        Draw draw = new Draw(Digests.of("papers", secret, publicValue.getBytes(UTF_8)));
        List<Form> forms = new ArrayList<>();
        for (List<PoolItem> paper : ParallelForms.assemble(rules, wants, items(pool), apart(enemies), count, draw)) {
            forms.add(form(wants, paper, draw));
        }
        return forms;
    }

    private static Map<UUID, Set<UUID>> apart(List<Enemies> enemies) {
        Map<UUID, Set<UUID>> apart = new HashMap<>();
        for (Enemies pair : enemies) {
            apart.computeIfAbsent(id(pair.one()), item -> new TreeSet<>()).add(id(pair.other()));
            apart.computeIfAbsent(id(pair.other()), item -> new TreeSet<>()).add(id(pair.one()));
        }
        return apart;
    }

    /** Places in the pool take the part of identifiers: the same for who draws and who checks. */
    private static UUID id(int place) {
        return new UUID(0, place);
    }

    static int place(UUID id) {
        return (int) id.getLeastSignificantBits();
    }

    private static List<PoolItem> items(List<Card> pool) {
        return IntStream.range(0, pool.size())
                .mapToObj(place -> {
                    Card card = pool.get(place);
                    Cell cell = new Cell(card.type(), card.chapter(), card.difficulty(), card.level());
                    return new PoolItem(id(place), cell, card.options(), card.chance());
                })
                .toList();
    }

    private static Form form(List<Want> wants, List<PoolItem> paper, Draw draw) {
        List<Place> places = new ArrayList<>();
        for (String section : PaperAssembler.SECTIONS) {
            List<Place> inSection = new ArrayList<>();
            int next = 0;
            for (Want want : wants) {
                for (int i = 0; i < want.items(); i++) {
                    PoolItem item = paper.get(next++);
                    if (item.type().equals(section)) {
                        inSection.add(
                                new Place(place(item.revision()), want.points(), PaperAssembler.options(item, draw)));
                    }
                }
            }
            places.addAll(draw.shuffle(inSection));
        }
        return new Form(List.copyOf(places));
    }

    /**
     * Draws again from the public record alone.
     *
     * @return what does not hold, empty if all does; a record whose secret is not revealed yet cannot be checked and says so
     */
    public static List<String> faults(DrawRecord record) {
        return DrawRules.of(record.rules())
                .map(rules -> faults(rules, record))
                .orElseGet(() -> List.of("the rules " + record.rules() + " are not known here"));
    }

    private static List<String> faults(DrawRules rules, DrawRecord record) {
        if (record.secret() == null || record.publicValue() == null) {
            return List.of("the secret is not revealed yet");
        }
        byte[] secret = HexFormat.of().parseHex(record.secret());
        List<String> faults = new ArrayList<>();
        if (!commitment(rules, secret, record.wants(), record.pool(), record.enemies())
                .equals(record.commitment())) {
            faults.add("the commitment is not that of this secret, these rules, this blueprint and this pool");
        }
        int papers = record.forms().size();
        try {
            List<Form> forms =
                    forms(rules, secret, record.publicValue(), record.wants(), record.pool(), record.enemies(), papers);
            for (int i = 0; i < papers; i++) {
                if (!forms.get(i).digest().equals(record.forms().get(i))) {
                    faults.add("paper " + (i + 1) + " is not the one that was drawn");
                }
            }
        } catch (EnemiesMeet e) {
            faults.add(UNDRAWABLE);
        }
        return faults;
    }
}
