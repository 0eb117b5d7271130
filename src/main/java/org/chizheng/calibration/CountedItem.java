package org.chizheng.calibration;

import java.util.List;
import java.util.UUID;

import org.chizheng.bank.Revision;
import org.chizheng.calibration.rule.Tally;

/** A revision that was answered in real examinations, with its key of today. */
record CountedItem(
        int number,
        UUID revision,
        String code,
        int revisionNumber,
        boolean newest,
        boolean retired,
        String type,
        String chapter,
        int difficulty,
        String stem,
        List<Revision.Option> options) {
    CountedItem {
        options = List.copyOf(options);
    }

    /** Right options, bit 0 for the author's first. */
    int key() {
        int key = 0;
        for (int i = 0; i < options.size(); i++) {
            key |= options.get(i).right() ? 1 << i : 0;
        }
        return key;
    }

    Tally.Item forTally() {
        return new Tally.Item(number, options.size(), key());
    }
}
