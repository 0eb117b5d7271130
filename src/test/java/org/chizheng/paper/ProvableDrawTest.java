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
import org.chizheng.paper.rule.DrawRules;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.paper.rule.ParallelForms.EnemiesMeet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProvableDrawTest {
    private static final byte[] SECRET = Digests.of("a secret of the test");
    private static final List<Want> WANTS = List.of(
            new Want(new Cell("TRUE_FALSE", "01", 1), 5, 1),
            new Want(new Cell("SINGLE", "01", 2), 6, 1),
            new Want(new Cell("MULTIPLE", "02", 3), 4, 2));
    private static final List<Card> POOL = pool(14);
    private static final DrawRecord RECORD = record(draw("3 1 6", POOL, List.of(), 12));

    private static List<Card> pool(int each) {
        List<Card> pool = new ArrayList<>();
        for (Want want : WANTS) {
            for (int i = 0; i < each; i++) {
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
        return draw(DrawRules.CURRENT, publicValue, pool, enemies, count);
    }

    private static List<Form> draw(
            DrawRules rules, String publicValue, List<Card> pool, List<Enemies> enemies, int count) {
        try {
            return ProvableDraw.forms(rules, SECRET, publicValue, WANTS, pool, enemies, count);
        } catch (EnemiesMeet e) {
            throw new IllegalStateException(e);
        }
    }

    private static DrawRecord record(List<Form> forms) {
        return new DrawRecord(
                DrawRules.CURRENT.code(),
                WANTS,
                POOL,
                ProvableDraw.commitment(DrawRules.CURRENT, SECRET, WANTS, POOL, List.of()),
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
        assertThat(ProvableDraw.commitment(DrawRules.PARALLEL_1, SECRET, WANTS, POOL, List.of()))
                .isEqualTo(Digests.hex("draw", SECRET, "parallel-1", wanted, cards));
        assertThat(RECORD.commitment()).isEqualTo(Digests.hex("draw", SECRET, "parallel-2", wanted, cards));
    }

    /**
     * What sessions were drawn by stays provable: these are the digests of sixty papers as each version of the rules drew them when it was the newest. Pools for less than two papers, for
     * two and a bit, and for so many that both rules draw the same.
     */
    @ParameterizedTest
    @CsvSource({
        "PARALLEL_1, 7, false, d3b0c25f999f747f5e218ccf6755703689d6f1a87f50aa99275d68176b959b05",
        "PARALLEL_1, 7, true, c84ea7b11fa53979f21fce8715948126a26631714739f66bcd7bf2296db54052",
        "PARALLEL_1, 12, false, 6c29355e0359450cd0c56dc280d9cf19d826e941b18163e73327196ca93f5459",
        "PARALLEL_1, 12, true, 31ee5a9dd83670670d412bf38fd5224155486786cb0e11a8e57af14732e232a1",
        "PARALLEL_1, 14, false, 4a44e2174a37320cb66367c1658b3d14acc82b8941aed7dd48cf1cdeefa17011",
        "PARALLEL_1, 14, true, 2ffd6e300ed60576fbffbd44dd7c30be428fa81c8edbe7435ea915794840e890",
        "PARALLEL_1, 90, false, 98ab62b2ae5cf0c1784198819452fa5adabf6e14b7d9f2d57f0d82bf057bcb13",
        "PARALLEL_2, 7, false, f41c2d2f6784de24b97188a2227c949c229b3dddfa2be1b21a093d80456dca60",
        "PARALLEL_2, 7, true, 0d85d480d5c1b04613c7526a5964f9a002cd31008e09c8b3b74b72c24b2d1bf7",
        "PARALLEL_2, 12, false, 7b90546ed4e626b1f4f4e8615ab7a567d99065d7029d0be93d36f001d2f37516",
        "PARALLEL_2, 12, true, 6a2572e844cd5d9424022679f62c495c0dd0967a4bd2ed0c634c7f29b4380fd3",
        "PARALLEL_2, 14, false, a57eb72eb951365502912acc8963a7b2adc01321c0277d2153073dab85d747a4",
        "PARALLEL_2, 14, true, 4d33b1e93f5d6224e447b4625fb4a632d7e74626f5c30f616f4d8f1121b518b9",
        "PARALLEL_2, 90, false, 98ab62b2ae5cf0c1784198819452fa5adabf6e14b7d9f2d57f0d82bf057bcb13"
    })
    void everyVersionOfTheRulesDrawsForEverWhatItDrewAtFirst(
            DrawRules rules, int each, boolean withEnemies, String digest) {
        List<Enemies> enemies =
                withEnemies ? List.of(new Enemies(0, 1), new Enemies(2, 16), new Enemies(15, 30)) : List.of();
        String forms = draw(rules, "3 1 6", pool(each), enemies, 60).stream()
                .map(Form::digest)
                .collect(Collectors.joining("\n"));
        assertThat(Digests.hex("forms", forms)).isEqualTo(digest);
    }

    @Test
    void aRecordIsDrawnAgainByTheRulesItNamesAndByNoOthers() {
        List<Card> pool = pool(12);
        List<String> forms = draw(DrawRules.PARALLEL_1, "3 1 6", pool, List.of(), 12).stream()
                .map(Form::digest)
                .toList();
        String commitment = ProvableDraw.commitment(DrawRules.PARALLEL_1, SECRET, WANTS, pool, List.of());
        assertThat(ProvableDraw.faults(by("parallel-1", pool, commitment, forms)))
                .isEmpty();
        assertThat(ProvableDraw.faults(by("parallel-2", pool, commitment, forms)))
                .hasSizeGreaterThan(6)
                .first()
                .asString()
                .startsWith("the commitment");
        assertThat(ProvableDraw.faults(by("parallel-9", pool, commitment, forms)))
                .containsExactly("the rules parallel-9 are not known here");
    }

    private static DrawRecord by(String rules, List<Card> pool, String commitment, List<String> forms) {
        String secret = HexFormat.of().formatHex(SECRET);
        return new DrawRecord(rules, WANTS, pool, commitment, "3 1 6", forms, secret, List.of());
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
                DrawRules.CURRENT.code(),
                WANTS,
                POOL,
                ProvableDraw.commitment(DrawRules.CURRENT, SECRET, WANTS, POOL, enemies),
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
        for (Form form : ProvableDraw.forms(DrawRules.CURRENT, SECRET, "3 1 6", wants, pool, List.of(), 9)) {
            assertThat(form.places()).hasSize(7);
            assertThat(form.places().stream().filter(place -> place.item() < 8)).hasSize(3);
        }
        List<Card> moved = new ArrayList<>(pool);
        Card first = pool.get(0);
        moved.set(0, new Card("SINGLE", "01", 2, 4, first.chance(), first.digest(), "PROVINCIAL"));
        assertThat(ProvableDraw.commitment(DrawRules.CURRENT, SECRET, wants, moved, List.of()))
                .as("the bank of an item is committed")
                .isNotEqualTo(ProvableDraw.commitment(DrawRules.CURRENT, SECRET, wants, pool, List.of()));
    }
}
