package org.chizheng.bank;

import java.util.List;

import org.chizheng.bank.rule.ItemLife;

/** The acts on an item that are open to the one who looks: for showing them, never for allowing them. */
public record Allowed(List<ItemLife.Act> acts) {
    public Allowed {
        acts = List.copyOf(acts);
    }

    public boolean may(String act) {
        return acts.contains(ItemLife.Act.valueOf(act));
    }

    public boolean isAny() {
        return !acts.isEmpty();
    }
}
