package org.chizheng.practical;

import java.util.List;

/** What has arrived. @param saved sequence numbers; @param late always empty, for taps have no end of time */
public record TakenView(List<Integer> saved, List<Integer> late) {
    public TakenView {
        saved = List.copyOf(saved);
        late = List.copyOf(late);
    }
}
