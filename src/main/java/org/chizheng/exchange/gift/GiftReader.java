package org.chizheng.exchange.gift;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemReader;
import org.chizheng.exchange.ReadLimits;
import org.chizheng.exchange.TextFile;
import org.chizheng.exchange.UnreadableFile;

/** Reads GIFT. */
public final class GiftReader implements ItemReader {
    /** @throws UnreadableFile NOT_GIFT if no question in it has braces */
    @Override
    public List<ExchangedItem> read(Path file) throws UnreadableFile {
        List<GiftBlocks.Block> blocks = GiftBlocks.of(TextFile.decode(TextFile.bytes(file)));
        if (blocks.stream().noneMatch(block -> block.text().contains("{"))) {
            throw new UnreadableFile("NOT_GIFT", "");
        }
        if (blocks.size() > ReadLimits.MOST_ITEMS) {
            throw new UnreadableFile("TOO_MANY_ITEMS", blocks.size() + " > " + ReadLimits.MOST_ITEMS);
        }
        List<ExchangedItem> items = new ArrayList<>();
        for (GiftBlocks.Block block : blocks) {
            items.add(new GiftQuestion(block).read());
        }
        return items;
    }
}
