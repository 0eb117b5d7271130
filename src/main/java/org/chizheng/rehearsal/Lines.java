package org.chizheng.rehearsal;

import java.nio.ByteBuffer;
import java.util.List;

import org.chizheng.rehearsal.wire.Answered;
import org.chizheng.rehearsal.wire.Line;

/** A candidate's lines, one to each replica of the service. One request at a time, and each goes to another replica than the one before. */
final class Lines {
    private final List<Line> lines;
    private int next;

    Lines(List<Line> lines) {
        this.lines = lines;
    }

    boolean isBusy() {
        return lines.stream().anyMatch(Line::isBusy);
    }

    void send(ByteBuffer request, Answered then) {
        lines.get(next).send(request, then);
        next = (next + 1) % lines.size();
    }

    void cut() {
        lines.forEach(Line::cut);
    }
}
