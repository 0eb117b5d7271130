package org.chizheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

import org.chizheng.bank.Figure;
import org.chizheng.bank.FigureFile;
import org.chizheng.bank.FigureUpload;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;
import org.chizheng.exchange.gift.GiftReader;
import org.chizheng.exchange.gift.GiftWriter;
import org.chizheng.exchange.moodle.MoodleXmlReader;
import org.chizheng.exchange.moodle.MoodleXmlWriter;
import org.chizheng.exchange.qti.QtiReader;
import org.chizheng.exchange.qti.QtiWriter;
import org.chizheng.exchange.sheet.ExcelReader;
import org.chizheng.exchange.sheet.ExcelWriter;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
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

    /** Decoded and written anew, so it comes back as the same picture, not the same bytes. */
    @Example
    void aJpegComesBackAsTheSamePicture() throws UnreadableFile {
        Figure photo = FigureUpload.of(AnyItems.picture("jpg", 1600, 800, 16));
        assertThat(photo.mediaType()).as("too busy for a PNG").isEqualTo("image/jpeg");
        List<Revision.Option> options =
                List.of(new Revision.Option(ItemParts.TRUE, true), new Revision.Option(ItemParts.FALSE, false));
        ItemDraft draft = new ItemDraft("TRUE_FALSE", "01", 2, "如图", options, "", "", photo, "照片");
        List<ExchangedItem> items = List.of(new ExchangedItem("", "X-1", "NATIONAL", draft, List.of()));
        for (ExchangedItem item : List.of(
                Written.read(new MoodleXmlReader(), Written.write(new MoodleXmlWriter(), items))
                        .get(0),
                Written.read(new QtiReader(), Written.write(new QtiWriter(), items))
                        .get(0),
                Written.read(new ExcelReader(), Written.write(new ExcelWriter(), items))
                        .get(0))) {
            Figure figure = item.draft().figure();
            assertThat(figure).as(item.toString()).isNotNull();
            assertThat(figure.mediaType()).isEqualTo("image/jpeg");
            assertThat(figure.bytes().length).isLessThanOrEqualTo(FigureFile.LARGEST);
            assertThat(List.of(figure.width(), figure.height())).containsExactly(1600, 800);
            assertThat(difference(figure.bytes(), photo.bytes())).isLessThan(12);
            assertThat(item.draft().figureAlt()).isEqualTo("照片");
            assertThat(Written.notes(item)).containsExactly("CHANGED FIGURE_RENEWED");
        }
    }

    /** Mean difference of a colour of a pixel, 0 to 255. */
    private static double difference(byte[] one, byte[] other) {
        try {
            BufferedImage a = ImageIO.read(new ByteArrayInputStream(one));
            BufferedImage b = ImageIO.read(new ByteArrayInputStream(other));
            long sum = 0;
            for (int x = 0; x < a.getWidth(); x++) {
                for (int y = 0; y < a.getHeight(); y++) {
                    for (int shift = 0; shift < 24; shift += 8) {
                        sum += Math.abs((a.getRGB(x, y) >> shift & 255) - (b.getRGB(x, y) >> shift & 255));
                    }
                }
            }
            return sum / (3.0 * a.getWidth() * a.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        assertThat(again.stream().map(ExchangedItem::level))
                .containsExactlyElementsOf(
                        items.stream().map(ExchangedItem::level).toList());
        for (int i = 0; i < items.size(); i++) {
            if (unnamed || !items.get(i).reference().isEmpty()) {
                assertThat(again.get(i).reference()).isEqualTo(items.get(i).reference());
            }
        }
    }
}
