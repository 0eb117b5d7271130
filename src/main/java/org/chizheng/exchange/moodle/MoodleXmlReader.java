package org.chizheng.exchange.moodle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemReader;
import org.chizheng.exchange.ReadLimits;
import org.chizheng.exchange.TextFile;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.XmlElement;
import org.chizheng.exchange.XmlFile;

/** Reads Moodle XML of Moodle 1.9 to 5. */
public final class MoodleXmlReader implements ItemReader {
    /** @throws UnreadableFile NOT_MOODLE if it is another XML file, NO_ITEMS if it holds no question */
    @Override
    public List<ExchangedItem> read(Path file) throws UnreadableFile {
        XmlElement quiz = XmlFile.parse(TextFile.decode(TextFile.bytes(file)));
        if (!quiz.name().equals("quiz")) {
            throw new UnreadableFile("NOT_MOODLE", quiz.name());
        }
        List<ExchangedItem> items = new ArrayList<>();
        String category = "";
        for (XmlElement question : quiz.children("question")) {
            if (question.attribute("type").equals("category")) {
                category = question.textAt("category", "text").strip();
                continue;
            }
            if (items.size() == ReadLimits.MOST_ITEMS) {
                throw new UnreadableFile("TOO_MANY_ITEMS", "> " + ReadLimits.MOST_ITEMS);
            }
            String place = "#" + (items.size() + 1) + " (L" + question.line() + ")";
            items.add(new MoodleQuestion(question, place, category).read());
        }
        if (items.isEmpty()) {
            throw new UnreadableFile("NO_ITEMS", "");
        }
        return items;
    }
}
