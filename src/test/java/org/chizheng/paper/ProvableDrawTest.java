package org.chizheng.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.chizheng.common.Digests;
import org.chizheng.paper.DrawRecord.Card;
import org.chizheng.paper.DrawRecord.Enemies;
import org.chizheng.paper.ProvableDraw.Form;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.paper.rule.ParallelForms.EnemiesMeet;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProvableDrawTest {
    private static final byte[] SECRET = Digests.of("a secret of the test");
    private static final List<Want> WANTS = List.of(
            new Want(new Cell("TRUE_FALSE", "01", 1), 5, 1),
            new Want(new Cell("SINGLE", "01", 2), 6, 1),
            new Want(new Cell("MULTIPLE", "02", 3), 4, 2));
    private static final List<Card> POOL = pool();
    private static final DrawRecord RECORD = record(draw("3 1 6", POOL, List.of(), 12));

    private static List<Card> pool() {
        List<Card> pool = new ArrayList<>();
        for (Want want : WANTS) {
            for (int i = 0; i < 14; i++) {
                pool.add(new Card(
                        want.cell().type(),
                        want.cell().chapter(),
                        want.cell().difficulty(),
                        want.cell().type().equals("TRUE_FALSE") ? 2 : 4,
                        500_000 + 20_000 * i,
                        ProvableDraw.blind(SECRET, pool.size(), "item " + pool.size())));
            }
        }
        return pool;
    }

    private static List<Form> draw(String publicValue, List<Card> pool, List<Enemies> enemies, int count) {
        try {
            return ProvableDraw.forms(SECRET, publicValue, WANTS, pool, enemies, count);
        } catch (EnemiesMeet e) {
            throw new IllegalStateException(e);
        }
    }

    private static DrawRecord record(List<Form> forms) {
        return new DrawRecord(
                ProvableDraw.RULES,
                WANTS,
                POOL,
                ProvableDraw.commitment(SECRET, WANTS, POOL, List.of()),
                "3 1 6",
                forms.stream().map(Form::digest).toList(),
                HexFormat.of().formatHex(SECRET),
                List.of());
    }

    private static DrawRecord with(List<Card> pool, String publicValue, List<String> forms, String secret) {
        return new DrawRecord(RECORD.rules(), WANTS, pool, RECORD.commitment(), publicValue, forms, secret, List.of());
    }

    @Test
    void whatWasDrawnByTheRulesHolds() {
        assertThat(ProvableDraw.faults(RECORD)).isEmpty();
    }

    @Property(tries = 40)
    void oneSwappedItemInOnePaperIsNamed(
            @ForAll @IntRange(max = 11) int paper,
            @ForAll @IntRange(max = 14) int question,
            @ForAll @IntRange(max = 41) int item) {
        List<Form> forms = new ArrayList<>(draw("3 1 6", POOL, List.of(), 12));
        List<ProvableDraw.Place> places = new ArrayList<>(forms.get(paper).places());
        ProvableDraw.Place old = places.get(question);
        places.set(question, new ProvableDraw.Place(item, old.points(), old.options()));
        forms.set(paper, new Form(places));
        if (old.item() != item) {
            assertThat(ProvableDraw.faults(record(forms)))
                    .containsExactly("paper " + (paper + 1) + " is not the one that was drawn");
        }
    }

    @Test
    void anotherSecretPoolOrPublicValueIsFound() {
        String other = HexFormat.of().formatHex(Digests.of("another"));
        assertThat(ProvableDraw.faults(with(POOL, "3 1 6", RECORD.forms(), other)))
                .hasSize(13)
                .first()
                .asString()
                .startsWith("the commitment");
        assertThat(ProvableDraw.faults(with(POOL, "3 1 7", RECORD.forms(), RECORD.secret())))
                .isNotEmpty()
                .allMatch(fault -> fault.startsWith("paper "));
        List<Card> changed = new ArrayList<>(POOL);
        changed.set(3, new Card("TRUE_FALSE", "01", 1, 2, 500_000, "00".repeat(32)));
        assertThat(ProvableDraw.faults(with(changed, "3 1 6", RECORD.forms(), RECORD.secret())))
                .first()
                .asString()
                .startsWith("the commitment");
    }

    @Test
    void beforeTheSecretIsRevealedNothingIsClaimed() {
        assertThat(ProvableDraw.faults(with(POOL, "3 1 6", RECORD.forms(), null)))
                .containsExactly("the secret is not revealed yet");
        assertThat(ProvableDraw.faults(with(POOL, null, List.of(), RECORD.secret())))
                .containsExactly("the secret is not revealed yet");
    }

    @Test
    void sectionsStandInTheirOrderAndTrueAndFalseKeepTheirPlaces() {
        for (Form form : draw("x", POOL, List.of(), 30)) {
            assertThat(form.places()).hasSize(15);
            assertThat(form.places().subList(0, 5))
                    .allMatch(place -> place.item() < 14 && place.options().equals(List.of(0, 1)));
            assertThat(form.places().subList(5, 11)).allMatch(place -> place.item() >= 14 && place.item() < 28);
            assertThat(form.places().subList(11, 15)).allMatch(place -> place.item() >= 28 && place.points() == 2);
        }
    }

    /** The commitment of a draw as it was published before quotas could name a bank and items could be enemies, computed by the digest rule alone. */
    @Test
    void drawsWithoutBanksAndEnemiesKeepTheCommitmentTheyHad() {
        String wanted = "TRUE_FALSE 01 1 5 1\nSINGLE 01 2 6 1\nMULTIPLE 02 3 4 2";
        String cards = POOL.stream()
                .map(card -> "%s %s %d %d %d %s"
                        .formatted(
                                card.type(),
                                card.chapter(),
                                card.difficulty(),
                                card.options(),
                                card.chance(),
                                card.digest()))
                .collect(Collectors.joining("\n"));
        assertThat(RECORD.commitment()).isEqualTo(Digests.hex("draw", SECRET, "parallel-1", wanted, cards));
    }

    @Test
    void enemiesAreCommittedAndNeverMeetInWhatIsDrawn() {
        List<Enemies> enemies = List.of(new Enemies(0, 1), new Enemies(2, 16), new Enemies(15, 30));
        List<Form> forms = draw("3 1 6", POOL, enemies, 12);
        for (Form form : forms) {
            List<Integer> items =
                    form.places().stream().map(ProvableDraw.Place::item).toList();
            assertThat(enemies).noneMatch(pair -> items.contains(pair.one()) && items.contains(pair.other()));
        }
        DrawRecord record = new DrawRecord(
                ProvableDraw.RULES,
                WANTS,
                POOL,
                ProvableDraw.commitment(SECRET, WANTS, POOL, enemies),
                "3 1 6",
                forms.stream().map(Form::digest).toList(),
                HexFormat.of().formatHex(SECRET),
                enemies);
        assertThat(ProvableDraw.faults(record)).isEmpty();
        DrawRecord without = new DrawRecord(
                record.rules(), WANTS, POOL, record.commitment(), "3 1 6", record.forms(), record.secret(), List.of());
        assertThat(ProvableDraw.faults(without)).first().asString().startsWith("the commitment");
    }

    @Test
    void aQuotaOfOneBankTakesItemsOfThatBankOnly() throws EnemiesMeet {
        List<Want> wants = List.of(
                new Want(new Cell("SINGLE", "01", 2, "NATIONAL"), 3, 1),
                new Want(new Cell("SINGLE", "01", 2, "PROVINCIAL"), 4, 1));
        List<Card> pool = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String level = i < 8 ? "NATIONAL" : "PROVINCIAL";
            pool.add(new Card("SINGLE", "01", 2, 4, 600_000, ProvableDraw.blind(SECRET, i, "item " + i), level));
        }
        for (Form form : ProvableDraw.forms(SECRET, "3 1 6", wants, pool, List.of(), 9)) {
            assertThat(form.places()).hasSize(7);
            assertThat(form.places().stream().filter(place -> place.item() < 8)).hasSize(3);
        }
        List<Card> moved = new ArrayList<>(pool);
        Card first = pool.get(0);
        moved.set(0, new Card("SINGLE", "01", 2, 4, first.chance(), first.digest(), "PROVINCIAL"));
        assertThat(ProvableDraw.commitment(SECRET, wants, moved, List.of()))
                .as("the bank of an item is committed")
                .isNotEqualTo(ProvableDraw.commitment(SECRET, wants, pool, List.of()));
    }
}
