package org.chizheng.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.RunningRoom;
import org.chizheng.common.Sql;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A ticket's number is drawn by chance, and chance repeats itself. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TicketsTest extends RunningRoom {
    @Inject
    Sql sql;

    @Test
    void aNumberThatSomebodyHasIsDrawnAgain() {
        assertThat(new Tickets(sql, clock, chance(drawn(), drawn(), 4711)).draw(1))
                .singleElement()
                .asString()
                .isNotEqualTo(ticket)
                .endsWith(rest(4711));
    }

    @Test
    void manyAreAllDifferentAndFree() {
        List<String> given = new Tickets(sql, clock, chance(17, drawn(), 17, 18, 17, 19)).draw(3);
        assertThat(given).doesNotHaveDuplicates().doesNotContain(ticket);
        assertThat(given)
                .extracting(number -> number.substring(2, 10))
                .containsExactly("00000017", "00000018", "00000019");
    }

    private int drawn() {
        return Integer.parseInt(ticket.substring(2, 10));
    }

    /** From the drawn digits on. */
    private String rest(int drawn) {
        String body = ticket.substring(0, 2) + "%08d".formatted(drawn);
        return "%08d%02d".formatted(drawn, 98 - Long.parseLong(body + "00") % 97);
    }

    private static RandomGenerator chance(Integer... numbers) {
        Deque<Integer> left = new ArrayDeque<>(List.of(numbers));
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int nextInt(int bound) {
                return left.removeFirst();
            }
        };
    }
}
