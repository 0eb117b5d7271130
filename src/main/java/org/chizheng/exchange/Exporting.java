package org.chizheng.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;

/** Takes items out, keys and all; that they left is written into the audit log. */
@ApplicationScoped
public class Exporting {
    private final BankItems bank;
    private final Auditing auditing;

    Exporting(BankItems bank, Auditing auditing) {
        this.bank = bank;
        this.auditing = auditing;
    }

    /** What an export would hold, and what its format could not carry. */
    record Preview(int items, List<ItemWriter.Lost> lost) {}

    Preview preview(String subject, Selection filter, Format format) {
        List<ExchangedItem> items = bank.newest(subject, filter);
        return new Preview(items.size(), write(subject, items, format, OutputStream.nullOutputStream()));
    }

    @Transactional
    byte[] export(String subject, Selection filter, Format format) {
        List<ExchangedItem> items = bank.newest(subject, filter);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ItemWriter.Lost> lost = write(subject, items, format, out);
        auditing.note(
                "exported",
                "subject",
                subject,
                items.size() + " items, " + format + ", " + lost.size() + " notes, filter " + filter.here());
        return out.toByteArray();
    }

    private static List<ItemWriter.Lost> write(
            String subject, List<ExchangedItem> items, Format format, OutputStream out) {
        try {
            return format.writer().write(subject, items, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
