package org.chizheng.booking;

import java.util.Arrays;
import java.util.List;

import jakarta.ws.rs.core.Response;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.exchange.Download;

/** A list of this feature as an Excel file, its heads in the reader's language. */
final class ListDownload {
    private final String title;
    private final List<String> heads;

    /**
     * @param title message key
     * @param heads message keys of this feature, without its name
     */
    ListDownload(String lang, String title, String... heads) {
        this.title = Messages.get(lang, title);
        this.heads = Arrays.stream(heads)
                .map(head -> Messages.get(lang, "booking_" + head))
                .toList();
    }

    /** @param name of the file, plain ASCII */
    Response of(String name, List<List<Object>> rows) {
        return Download.of(ListBook.of(title, heads, rows), ListBook.MEDIA_TYPE, name);
    }
}
