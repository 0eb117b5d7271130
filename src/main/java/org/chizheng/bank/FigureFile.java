package org.chizheng.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a figure's file; a figure that is not plainly harmless is refused with "file:line: reason". */
public final class FigureFile {
    /** Bytes. */
    public static final int LARGEST = 200 * 1024;

    private FigureFile() {}

    /** @param at "file:line: " of the item that asks for the figure */
    static Optional<Figure> read(Path path, String at, List<String> faults) {
        if (!Files.isRegularFile(path)) {
            faults.add(at + "figure " + path.getFileName() + " does not exist in " + path.getParent());
            return Optional.empty();
        }
        try {
            long size = Files.size(path);
            if (size > LARGEST) {
                faults.add(path + ":1: " + size + " bytes, more than " + LARGEST);
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(path);
            return Optional.of(check(path.toString(), bytes));
        } catch (Unfit e) {
            faults.add(path + ":" + e.line() + ": " + e.getMessage());
        } catch (IOException e) {
            faults.add(at + "figure " + path.getFileName() + " cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** @param name whose ending says what kind of picture it is */
    public static Figure check(String name, byte[] bytes) throws Unfit {
        return name.endsWith(".png") ? PngFile.check(bytes) : SvgFile.check(bytes);
    }

    /** Why a file is refused, and in which line. */
    public static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        Unfit(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }
}
