package org.chizheng.authoring.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.authoring.rule.Samples.named;
import static org.chizheng.authoring.rule.Samples.single;
import static org.chizheng.authoring.rule.Samples.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SimilarItemsTest {
    private static final CheckedItem HOURS = named("A", single("一级动火安全作业票的有效期不应超过（　　）。", "8 h", "24 h", "72 h"));

    @Test
    void theSameStemAndOptionsInAnotherOrderAndWritingAreDuplicates() {
        CheckedItem other = named("B", single("一级动火安全作业票的有效期，不应超过(  )", "８h", "72h", "24 h"));
        assertThat(new Duplicates(List.of(HOURS, other)).of(HOURS)).containsExactly(other);
        assertThat(near(HOURS, other)).as("not listed a second time").isEmpty();
    }

    @Test
    void aDuplicateWithAnotherKeyIsOne() {
        CheckedItem other = named("B", single("一级动火安全作业票的有效期不应超过（　　）。", "24 h", "8 h", "72 h"));
        assertThat(new Duplicates(List.of(HOURS, other)).of(HOURS)).containsExactly(other);
    }

    @Test
    void theSameStemWithOtherOptionsIsNone() {
        CheckedItem a = named("A", single("下列说法正确的是（　　）。", "气瓶应当直立使用", "气瓶可以滚动", "气瓶可以敲击"));
        CheckedItem b = named("B", single("下列说法正确的是（　　）。", "电缆外皮破损应当更换", "电缆可以搭在钢丝绳上", "电缆可以浸水"));
        assertThat(new Duplicates(List.of(a, b)).of(a)).isEmpty();
        assertThat(near(a, b)).isEmpty();
    }

    @Test
    void anItemThatAsksTheSameFactInOtherWordsIsNear() {
        assertThat(near(HOURS, named("B", statement("特级动火安全作业票的有效期不超过72 h。"))))
                .singleElement()
                .satisfies(near -> assertThat(near.alike()).isBetween(0.5, 0.9));
        assertThat(near(
                        statement("按GB 30871，作业高度为4.5 m、没有客观危险因素，属于Ⅱ级高处作业。"),
                        named("B", single("按GB 30871，作业高度12 m、没有客观危险因素，属于（　　）高处作业。", "Ⅱ级", "Ⅰ级", "Ⅲ级"))))
                .hasSize(1);
    }

    @Test
    void aShortItemWithinALongOneIsNear() {
        CheckedItem longer =
                named("B", statement("检修班拟对停用三个月的硫酸储罐进行清洗，班长提出，进入受限空间作业前应当先通风、再检测、后作业，并安排专人在罐外监护，你认为他的意见正确。"));
        assertThat(near(statement("进入受限空间作业前应当先通风、再检测、后作业。"), longer)).hasSize(1);
    }

    @Test
    void itemsThatShareAnOpeningOnlyAreNot() {
        assertThat(near(
                        statement("按2026年6月1日起施行的规定，特种作业操作证有效期为6年，期间不再进行3年一次的复审。"),
                        named("B", single("按2026年6月1日起施行的规定，特种作业理论考试不合格的，补考次数（　　）。", "不受限制", "最多1次", "最多5次"))))
                .isEmpty();
    }

    @Test
    void itemsWithTwoFiguresAreNotCompared() {
        CheckedItem a = Samples.pictured("图中的标志表示必须系安全带。", "f1", "标志");
        CheckedItem b = named("B", Samples.pictured("图中的标志表示必须系安全带。", "f2", "标志"));
        assertThat(near(a, b)).isEmpty();
        assertThat(new Duplicates(List.of(a, b)).of(a)).isEmpty();
    }

    @Test
    void theIndexFindsWhatComparingAllWithAllFinds() {
        List<CheckedItem> bank = bank(300, 7);
        SimilarItems index = new SimilarItems(bank);
        for (CheckedItem item : bank) {
            List<String> found = index.of(item).stream()
                    .map(near -> near.item().code())
                    .sorted()
                    .toList();
            List<String> all = bank.stream()
                    .filter(other -> other != item && isNear(item, other))
                    .map(CheckedItem::code)
                    .sorted()
                    .toList();
            assertThat(found).isEqualTo(all);
        }
    }

    /** By the definition, with nothing that makes it fast. */
    private static boolean isNear(CheckedItem item, CheckedItem other) {
        Set<String> a = pairs(item);
        Set<String> b = pairs(other);
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        int smaller = Math.min(a.size(), b.size());
        boolean near = both.size() >= SimilarItems.ALIKE * (a.size() + b.size() - both.size())
                || smaller >= SimilarItems.SHORTEST && both.size() >= SimilarItems.CONTAINED * smaller;
        return near && !Duplicates.asked(item).equals(Duplicates.asked(other));
    }

    private static Set<String> pairs(CheckedItem item) {
        List<String> texts = new ArrayList<>(List.of(item.stem()));
        if (!item.isTrueFalse()) {
            texts.addAll(item.right());
        }
        Set<String> pairs = new HashSet<>();
        for (String text : texts) {
            String normal = NormalText.of(text);
            for (int i = 1; i < normal.length(); i++) {
                pairs.add(normal.substring(i - 1, i + 1));
            }
        }
        return pairs;
    }

    @Test
    void anItemMeetsAFewOfTenThousand() {
        List<CheckedItem> bank = bank(10_000, 11);
        SimilarItems index = new SimilarItems(bank);
        long compared = bank.stream().limit(200).mapToLong(index::compared).sum();
        assertThat(compared / 200).isLessThan(500);
    }

    @Test
    void whateverIsNearHoldsAProbeUnlessItIsShorterAndHeldInTheItemAlone() {
        List<CheckedItem> bank = bank(300, 5);
        SimilarItems index = new SimilarItems(bank);
        int met = 0;
        for (CheckedItem item : bank) {
            String said = NormalText.of(item.stem());
            CheckedItem near = named("N", statement(said.substring(0, said.length() * 2 / 3) + "另外再说一些别的话"));
            CheckedItem longer = named("L", statement(said + said.replace('一', '二') + "又说了很多很多其他的话"));
            for (CheckedItem other : List.of(near, longer)) {
                if (!near(item, other).isEmpty()) {
                    met++;
                    assertThat(index.probes(item)).anyMatch(NormalText.of(other.stem())::contains);
                }
            }
        }
        assertThat(met).isGreaterThan(300);
        assertThat(index.probes(bank.get(0)))
                .as("fewer than all pairs, each of two characters")
                .hasSizeLessThan(NormalText.of(bank.get(0).stem()).length() - 1)
                .allMatch(pair -> pair.length() == 2);
    }

    @Test
    void aFileOfItemsThatAreAllAlikeCostsNoMoreThanItMay() {
        List<CheckedItem> alike = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            alike.add(named("X%04d".formatted(i), statement("进入受限空间作业前应当先通风、再检测、后作业，第" + i + "条")));
        }
        SimilarItems index = new SimilarItems(alike);
        assertThat(index.compared(alike.get(0))).isLessThanOrEqualTo(2 * SimilarItems.MOST_COMPARED);
        assertThat(index.of(alike.get(0))).isNotEmpty();
    }

    @Property(tries = 200)
    void anItemIsNeverItsOwnDuplicateNorNearItself(@ForAll("items") CheckedItem item) {
        assertThat(new Duplicates(List.of(item)).of(item)).isEmpty();
        assertThat(near(item, item)).isEmpty();
    }

    @Property(tries = 500)
    void theOrderOfOptionsNeverChangesAResult(@ForAll("items") CheckedItem item, @ForAll Random random) {
        List<String> right = new ArrayList<>(item.right());
        List<String> wrong = new ArrayList<>(item.wrong());
        Collections.shuffle(right, random);
        Collections.shuffle(wrong, random);
        CheckedItem shuffled = named("B", Samples.item(item.type(), item.stem(), right, wrong));
        assertThat(new Duplicates(List.of(item)).of(shuffled)).containsExactly(item);
        assertThat(ItemRules.of(shuffled, Samples.LAWS)).isEqualTo(ItemRules.of(item, Samples.LAWS));
        CheckedItem other = named("C", single("一级动火安全作业票的有效期不应超过（　　）。", "8 h", "24 h", "72 h"));
        assertThat(new SimilarItems(List.of(other)).of(shuffled)).isEqualTo(new SimilarItems(List.of(other)).of(item));
    }

    @Provide
    Arbitrary<CheckedItem> items() {
        Arbitrary<String> texts = Arbitraries.of(
                "不得动火", "切断电源", "切断电源并撤离", "10 m 以上", "15 m 以上", "一律停工", "必须断电", "以上都对", "都不正确", "8 h", "A和B", "没有危险",
                "");
        Arbitrary<String> stems =
                Arbitraries.of("下列说法不正确的是（　　）。", "一级动火安全作业票的有效期不应超过（　　）。", "切断电源之后", "图中应当选", "没有不能做的事");
        return Combinators.combine(
                        stems,
                        texts.list().ofMaxSize(4),
                        texts.list().ofMaxSize(4),
                        Arbitraries.of("SINGLE", "MULTIPLE"))
                .as((stem, right, wrong, type) -> Samples.item(type, stem, right, wrong));
    }

    private static List<SimilarItems.Near> near(CheckedItem a, CheckedItem b) {
        return new SimilarItems(List.of(b)).of(a);
    }

    /** Statements of 12 words of two characters out of 400, the first ones more common, as in writing. */
    private static List<CheckedItem> bank(int items, long seed) {
        Random random = new Random(seed);
        List<CheckedItem> bank = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            StringBuilder stem = new StringBuilder();
            for (int word = 0; word < 12; word++) {
                int which = (int) (400 * Math.pow(random.nextDouble(), 2));
                stem.append((char) (0x4e00 + which)).append((char) (0x5e00 + which));
            }
            bank.add(named("X%05d".formatted(i), statement(stem.toString())));
        }
        return bank;
    }
}
