package org.chizheng.statistics;

import java.util.List;
import java.util.stream.IntStream;

import org.chizheng.statistics.rule.HolderRate;
import org.chizheng.statistics.rule.TileMap;

/**
 * One region on the tile map.
 *
 * @param row from 1 on
 * @param column from 1 on
 */
public record TileView(RateView rate, int row, int column, TileMap.Band band) {
    /** In the order of the table, so that both are read out alike. */
    static List<TileView> of(List<RateView> rates) {
        return IntStream.range(0, rates.size())
                .mapToObj(index -> of(rates.get(index), index))
                .toList();
    }

    private static TileView of(RateView rate, int index) {
        TileMap.Place place = TileMap.place(rate.code(), index);
        return new TileView(
                rate, place.row(), place.column(), TileMap.band(new HolderRate(rate.numerator(), rate.denominator())));
    }
}
