package org.chizheng.exchange;

import java.nio.file.Path;
import java.util.List;

/** Reads the items of one format. It trusts nothing: sizes, nesting and references are bounded, nothing outside of the file is ever opened. */
public interface ItemReader {
    /**
     * @return the items in the file's order, each with what its format or ours could not carry
     * @throws UnreadableFile if the file as a whole is not of this format, or hostile; then nothing of it is used
     */
    List<ExchangedItem> read(Path file) throws UnreadableFile;
}
