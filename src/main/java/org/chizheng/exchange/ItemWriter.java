package org.chizheng.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes items in one format. */
public interface ItemWriter {
    /**
     * @param subject code of the subject
     * @return what the format could not carry, with the item it is about as place
     */
    List<Lost> write(String subject, List<ExchangedItem> items, OutputStream out) throws IOException;

    /** A note about one item of an export. */
    record Lost(String reference, Note note) {}
}
