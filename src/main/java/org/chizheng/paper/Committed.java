package org.chizheng.paper;

import java.util.List;

import org.chizheng.paper.DrawRecord.Card;
import org.chizheng.paper.DrawRecord.Enemies;
import org.chizheng.paper.ProvableDraw.Form;
import org.chizheng.paper.rule.DrawRules;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.paper.rule.ParallelForms.EnemiesMeet;

/** All that is fixed of a draw before the public value is known. */
record Committed(DrawRules rules, byte[] secret, List<Want> wants, List<Card> cards, List<Enemies> enemies) {
    String commitment() {
        return ProvableDraw.commitment(rules, secret, wants, cards, enemies);
    }

    List<Form> forms(String publicValue, int count) throws EnemiesMeet {
        return ProvableDraw.forms(rules, secret, publicValue, wants, cards, enemies, count);
    }
}
