package org.chizheng.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Compares the ledger with what the service holds: each acknowledged answer is found, lost (not there), or wrong (there, but another). */
public final class Reconciliation {
    private final Map<String, Map<Integer, Ledger.Entry>> acknowledged = new HashMap<>();
    private final Map<String, Set<Integer>> seen = new HashMap<>();
    private int total;
    private int found;
    private int lost;
    private int wrong;
    private String firstFault = "";

    /** An answer as the service holds it. */
    public record Held(String ticket, int sequence, int item, String answer, boolean counted) {}

    public static Reconciliation of(Path ledger) throws IOException {
        Reconciliation reconciliation = new Reconciliation();
        Ledger.read(ledger, reconciliation::acknowledge);
        return reconciliation;
    }

    /** One for each session, told apart by the tickets. */
    static Map<String, Reconciliation> bySession(Path ledger, Map<String, String> sessionOfTicket) throws IOException {
        Map<String, Reconciliation> bySession = new HashMap<>();
        sessionOfTicket.values().forEach(session -> bySession.putIfAbsent(session, new Reconciliation()));
        Ledger.read(
                ledger,
                entry -> bySession.get(sessionOfTicket.get(entry.ticket())).acknowledge(entry));
        return bySession;
    }

    /** Takes over what another one, already closed, came to. */
    void add(Reconciliation other) {
        total += other.total;
        found += other.found;
        lost += other.lost;
        wrong += other.wrong;
        if (firstFault.isEmpty() || firstFault.startsWith("wrong") && other.firstFault.startsWith("lost")) {
            firstFault = other.firstFault;
        }
    }

    void acknowledge(Ledger.Entry entry) {
        if (acknowledged
                        .computeIfAbsent(entry.ticket(), ticket -> new HashMap<>())
                        .put(entry.sequence(), entry)
                == null) {
            total++;
        }
    }

    public void hold(Held held) {
        Ledger.Entry entry = acknowledged.getOrDefault(held.ticket(), Map.of()).get(held.sequence());
        if (entry == null
                || !seen.computeIfAbsent(held.ticket(), t -> new HashSet<>()).add(held.sequence())) {
            return;
        }
        if (entry.item() == held.item() && entry.answer().equals(held.answer()) && held.counted() != entry.late()) {
            found++;
        } else {
            wrong++;
            fault("wrong", entry);
        }
    }

    /** After everything that is held was told: what is missing is lost. */
    public void close() {
        acknowledged.forEach((ticket, entries) -> entries.values().stream()
                .filter(e -> !seen.getOrDefault(ticket, Set.of()).contains(e.sequence()))
                .forEach(e -> {
                    lost++;
                    fault("lost", e);
                }));
    }

    private void fault(String what, Ledger.Entry entry) {
        if (firstFault.isEmpty() || firstFault.startsWith("wrong") && "lost".equals(what)) {
            firstFault = "%s: ticket %s, sequence %d, item %d, answer \"%s\""
                    .formatted(what, entry.ticket(), entry.sequence(), entry.item(), entry.answer());
        }
    }

    public int total() {
        return total;
    }

    public int found() {
        return found;
    }

    public int lost() {
        return lost;
    }

    public int wrong() {
        return wrong;
    }

    public boolean isClean() {
        return lost == 0 && wrong == 0;
    }

    /** Names the first lost answer, or the first wrong one; empty when there is none. */
    public String firstFault() {
        return firstFault;
    }

    @Override
    public String toString() {
        return "acknowledged %d, found %d, lost %d, wrong %d".formatted(total, found, lost, wrong);
    }
}
