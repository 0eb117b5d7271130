package org.chizheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.chizheng.exchange.gift.GiftReader;
import org.chizheng.exchange.gift.GiftWriter;
import org.chizheng.exchange.moodle.MoodleXmlReader;
import org.chizheng.exchange.moodle.MoodleXmlWriter;
import org.chizheng.exchange.qti.QtiReader;
import org.chizheng.exchange.qti.QtiWriter;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What we write and read again is the same items: texts, keys, figures and all that stands around them. */
class RoundTripTest {
    @Provide
    Arbitrary<List<ExchangedItem>> items() {
        return AnyItems.items(true);
    }

    @Provide
    Arbitrary<List<ExchangedItem>> itemsWithoutFigures() {
        return AnyItems.items(false);
    }

    @Property(tries = 200)
    void moodleXml(@ForAll("items") List<ExchangedItem> items) throws UnreadableFile {
        assertSame(Written.read(new MoodleXmlReader(), Written.write(new MoodleXmlWriter(), items)), items, true);
    }

    @Property(tries = 200)
    void qti(@ForAll("items") List<ExchangedItem> items) throws UnreadableFile {
        List<ExchangedItem> again = Written.read(new QtiReader(), Written.write(new QtiWriter(), items));
        assertSame(again, items, false);
        assertThat(again)
                .allSatisfy(item -> assertThat(item.notes())
                        .filteredOn(note ->
                                note.kind() != Note.Kind.LOST || !note.code().equals("NAME"))
                        .isEmpty());
    }

    @Property(tries = 200)
    void gift(@ForAll("itemsWithoutFigures") List<ExchangedItem> items) throws UnreadableFile {
        assertSame(Written.read(new GiftReader(), Written.write(new GiftWriter(), items)), items, true);
    }

    /** @param unnamed whether the format can leave an item without a name */
    private static void assertSame(List<ExchangedItem> again, List<ExchangedItem> items, boolean unnamed) {
        assertThat(again)
                .allSatisfy(
                        item -> assertThat(item.refused()).as(item.toString()).isFalse());
        assertThat(again.stream().map(ExchangedItem::draft))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(
                        items.stream().map(ExchangedItem::draft).toList());
        for (int i = 0; i < items.size(); i++) {
            if (unnamed || !items.get(i).reference().isEmpty()) {
                assertThat(again.get(i).reference()).isEqualTo(items.get(i).reference());
            }
        }
    }
}
