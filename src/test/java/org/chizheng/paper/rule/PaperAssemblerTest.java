package org.chizheng.paper.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Placed;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PaperAssemblerTest {
    private static final Cell SINGLE = new Cell("SINGLE", "01", 2);
    private static final Cell MULTIPLE = new Cell("MULTIPLE", "01", 2);
    private static final List<Want> WANTS = List.of(new Want(SINGLE, 20, 1), new Want(MULTIPLE, 5, 2));

    @Test
    void twentyPapersSatisfyTheBlueprintAndAllDiffer() {
        Set<Set<UUID>> papers = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            List<Placed> paper = PaperAssembler.assemble(WANTS, pool(60, 20), new Draw(new byte[] {(byte) i, 1}));
            assertThat(paper.stream().filter(p -> p.item().type().equals("SINGLE")))
                    .hasSize(20);
            assertThat(paper.stream().filter(p -> p.item().type().equals("MULTIPLE")))
                    .hasSize(5);
            Set<UUID> items =
                    new HashSet<>(paper.stream().map(p -> p.item().revision()).toList());
            assertThat(items).hasSize(25);
            papers.add(items);
        }
        assertThat(papers).hasSize(20);
    }

    @Test
    void theSameSeedAndRevisionsGiveTheSamePaper() {
        assertThat(PaperAssembler.assemble(WANTS, pool(60, 20), new Draw(new byte[] {7})))
                .isEqualTo(PaperAssembler.assemble(WANTS, pool(60, 20), new Draw(new byte[] {7})));
    }

    @Test
    void anImpossibleBlueprintListsEachShortage() {
        assertThat(PaperAssembler.shortages(
                        WANTS,
                        pool(19, 5).stream()
                                .map(i -> new Cell(i.type(), i.chapter(), i.difficulty()))
                                .toList()))
                .containsExactly(new PaperAssembler.Shortage(SINGLE, 20, 19));
    }

    @Property
    void aShuffleIsAPermutation(@ForAll long seed, @ForAll @IntRange(min = 0, max = 50) int size) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(i);
        }
        assertThat(new Draw(java.nio.ByteBuffer.allocate(8).putLong(seed).array()).shuffle(list))
                .containsExactlyInAnyOrderElementsOf(list);
    }

    private static List<PoolItem> pool(int single, int multiple) {
        List<PoolItem> pool = new ArrayList<>();
        for (int i = 0; i < single; i++) {
            pool.add(new PoolItem(new UUID(1, i), "SINGLE", "01", 2, 4, 800_000));
        }
        for (int i = 0; i < multiple; i++) {
            pool.add(new PoolItem(new UUID(2, i), "MULTIPLE", "01", 2, 4, 800_000));
        }
        return pool;
    }
}
