package org.chizheng.bank;

import java.util.List;

/** The bank's files were refused as a whole; each fault is "file:line: reason". Nothing was written. */
public class BankFaults extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> faults;

    public BankFaults(List<String> faults) {
        super(faults.size() + " faults in the item bank:\n" + String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
