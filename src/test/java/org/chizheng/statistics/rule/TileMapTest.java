package org.chizheng.statistics.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.chizheng.statistics.rule.TileMap.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileMapTest {
    @Test
    void noTwoCitiesShareATile() {
        List<TileMap.Place> places = IntStream.rangeClosed(1, 13)
                .mapToObj(city -> TileMap.place("32%02d".formatted(city), 0))
                .toList();

        assertThat(places).doesNotHaveDuplicates().allMatch(place -> place.column() <= TileMap.COLUMNS);
    }

    @Test
    void countiesFollowOneAnother() {
        assertThat(TileMap.place("320106", 3)).isEqualTo(new TileMap.Place(1, 4));
        assertThat(TileMap.place("320302", 5)).isEqualTo(new TileMap.Place(2, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,NONE",
        "0,7,UNDER_80",
        "79999,100000,UNDER_80",
        "80,100,UNDER_90",
        "90,100,UNDER_95",
        "95,100,UNDER_100",
        "999999,1000000,UNDER_100",
        "5,5,ALL"
    })
    void onlyAllOfAllIsAll(long numerator, long denominator, Band band) {
        assertThat(TileMap.band(new HolderRate(numerator, denominator))).isEqualTo(band);
    }
}
