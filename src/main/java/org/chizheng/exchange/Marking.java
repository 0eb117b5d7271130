package org.chizheng.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/** Gives a file back to its author as it came, with a last column that says of each row what became of it. */
public interface Marking {
    /**
     * What is written beside one item.
     *
     * @param worst of its notes; null when there are none
     */
    record Mark(Note.Kind worst, String text) {}

    /**
     * @param marks by the place of the item
     * @param heading of the column; one that is there already is written over
     * @throws UnreadableFile if the file is not what it was when it was read
     */
    void mark(Path original, Map<String, Mark> marks, String heading, OutputStream out)
            throws IOException, UnreadableFile;
}
