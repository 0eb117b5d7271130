package org.chizheng.exchange.qti;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemParts;
import org.chizheng.exchange.ItemReader;
import org.chizheng.exchange.TextFile;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.XmlElement;
import org.chizheng.exchange.XmlFile;

/** Reads packages of QTI 3.0, 2.2 and 2.1 and files of one item. */
public final class QtiReader implements ItemReader {
    /** @throws UnreadableFile NOT_QTI if it is another XML file, and what {@link QtiZip} and {@link QtiPackage} refuse */
    @Override
    public List<ExchangedItem> read(Path file) throws UnreadableFile {
        byte[] bytes = TextFile.bytes(file);
        if (TextFile.startsWith(bytes, 'P', 'K')) {
            return new QtiPackage(QtiZip.read(bytes)).items();
        }
        XmlElement root = QtiNames.older(XmlFile.parse(TextFile.decode(bytes)));
        if (!QtiNames.isItem(root)) {
            throw new UnreadableFile("NOT_QTI", root.name());
        }
        ItemParts item = new ItemParts(String.valueOf(file.getFileName()));
        return List.of(new QtiItem(root, item, source -> Optional.empty()).read());
    }
}
