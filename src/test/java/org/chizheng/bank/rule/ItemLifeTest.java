package org.chizheng.bank.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.chizheng.bank.rule.ItemLife.Act;
import org.chizheng.bank.rule.ItemLife.Fault;
import org.chizheng.bank.rule.ItemLife.Stage;
import org.chizheng.bank.rule.ItemLife.State;
import org.chizheng.bank.rule.ItemLife.Who;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ItemLifeTest {
    private static final Who AUTHOR = new Who("anna", true, false);
    private static final Who REVIEWER = new Who("bert", false, true);
    private static final Who BOTH = new Who("cora", true, true);
    private static final List<Who> ALL = List.of(AUTHOR, REVIEWER, BOTH, new Who("dora", false, false));
    private static final ItemLife BEGUN = ItemLife.begun("anna");
    private static final ItemLife WAITING = BEGUN.after(Act.SUBMIT, "anna");
    private static final ItemLife APPROVED = WAITING.after(Act.APPROVE, "bert");

    /** One attempt to act. */
    record Try(Act act, Who who) {}

    @Provide
    Arbitrary<List<Try>> tries() {
        return Combinators.combine(Arbitraries.of(Act.values()), Arbitraries.of(ALL))
                .as(Try::new)
                .list()
                .ofMaxSize(60);
    }

    /** What a witness would write down: whose words are in the draft since it was opened. */
    @Property
    void noRowOfLegalActsApprovesAWordWithoutASecondPerson(@ForAll("tries") List<Try> tries) {
        ItemLife life = BEGUN;
        Set<String> wrote = new HashSet<>(Set.of("anna"));
        for (Try each : tries) {
            if (life.refusal(each.act(), each.who()).isPresent()) {
                continue;
            }
            ItemLife next = life.after(each.act(), each.who().name());
            if (next.revision() > life.revision()) {
                assertThat(each.act()).isEqualTo(Act.APPROVE);
                assertThat(each.who().reviewer()).isTrue();
                assertThat(life.stage()).isEqualTo(Stage.IN_REVIEW);
                assertThat(wrote).isNotEmpty().doesNotContain(each.who().name());
            }
            if (each.act() == Act.EDIT) {
                wrote.add(each.who().name());
            }
            if (next.stage() == Stage.NONE) {
                wrote.clear();
            }
            life = next;
        }
    }

    @Property
    void whatIsNotForOnesRoleIsNeverOpen(@ForAll("tries") List<Try> tries) {
        ItemLife life = BEGUN;
        for (Try each : tries) {
            assertThat(life.open(new Who("dora", false, false))).isEmpty();
            assertThat(life.open(AUTHOR)).doesNotContain(Act.APPROVE, Act.RETURN, Act.RETIRE, Act.TAKE_BACK);
            assertThat(life.open(REVIEWER)).doesNotContain(Act.EDIT, Act.SUBMIT);
            if (life.refusal(each.act(), each.who()).isEmpty()) {
                life = life.after(each.act(), each.who().name());
            }
        }
    }

    @Test
    void aNewItemIsADraftAndGoesToReviewAndIsApprovedByAnother() {
        assertThat(BEGUN.state()).isEqualTo(State.DRAFT);
        assertThat(WAITING.state()).isEqualTo(State.IN_REVIEW);
        assertThat(APPROVED.state()).isEqualTo(State.APPROVED);
        assertThat(APPROVED.revision()).isEqualTo(1);
        assertThat(APPROVED.editors()).isEmpty();
    }

    @Test
    void whoSavedADraftOnceCannotApproveItEvenAfterOthersWentOver() {
        ItemLife life = BEGUN.after(Act.EDIT, "cora").after(Act.EDIT, "anna").after(Act.SUBMIT, "anna");
        assertThat(life.refusal(Act.APPROVE, BOTH)).contains(Fault.OWN_WORDS);
        assertThat(life.refusal(Act.APPROVE, REVIEWER)).isEmpty();
        assertThat(life.after(Act.APPROVE, "bert").after(Act.EDIT, "anna").editors())
                .containsExactly("anna");
    }

    @Test
    void anApprovedItemStaysApprovedWhileItsRevisionIsWritten() {
        ItemLife revised = APPROVED.after(Act.EDIT, "anna");
        assertThat(revised.state()).isEqualTo(State.APPROVED);
        assertThat(revised.stage()).isEqualTo(Stage.DRAFT);
        assertThat(revised.after(Act.DISCARD, "anna")).isEqualTo(APPROVED);
    }

    @Test
    void aRetiredItemIsNeitherWrittenNorApproved() {
        ItemLife retired =
                APPROVED.after(Act.EDIT, "anna").after(Act.SUBMIT, "anna").after(Act.RETIRE, "bert");
        assertThat(retired.state()).isEqualTo(State.RETIRED);
        assertThat(retired.refusal(Act.APPROVE, REVIEWER)).contains(Fault.RETIRED);
        assertThat(retired.refusal(Act.EDIT, AUTHOR)).contains(Fault.RETIRED);
        assertThat(retired.refusal(Act.RETIRE, REVIEWER)).contains(Fault.RETIRED);
        assertThat(retired.after(Act.TAKE_BACK, "bert").state()).isEqualTo(State.APPROVED);
    }

    @Test
    void eachRefusalHasItsName() {
        assertThat(BEGUN.refusal(Act.APPROVE, REVIEWER)).contains(Fault.NOT_IN_REVIEW);
        assertThat(BEGUN.refusal(Act.RETIRE, REVIEWER)).contains(Fault.NEVER_APPROVED);
        assertThat(BEGUN.refusal(Act.TAKE_BACK, REVIEWER)).contains(Fault.NOT_RETIRED);
        assertThat(BEGUN.refusal(Act.DISCARD, BOTH)).contains(Fault.NOT_YOURS);
        assertThat(WAITING.refusal(Act.EDIT, AUTHOR)).contains(Fault.IN_REVIEW);
        assertThat(WAITING.refusal(Act.WITHDRAW, BOTH)).contains(Fault.NOT_YOURS);
        assertThat(APPROVED.refusal(Act.SUBMIT, AUTHOR)).contains(Fault.NO_DRAFT);
        assertThat(BEGUN.after(Act.DISCARD, "anna").state()).isEqualTo(State.DISCARDED);
        assertThat(BEGUN.after(Act.DISCARD, "anna").open(BOTH)).isEmpty();
    }

    @Test
    void itemsOfTheNationsBankAreProposedByThoseWhoMayWriteThem() {
        assertThat(new Who("a", true, false).mayPropose("NATIONAL")).isTrue();
        assertThat(new Who("r", false, true).mayPropose("NATIONAL")).isFalse();
        assertThat(new Who("x", false, false).mayPropose("NATIONAL")).isFalse();
        assertThat(new Who("x", false, false).mayPropose("PROVINCIAL")).isTrue();
    }
}
