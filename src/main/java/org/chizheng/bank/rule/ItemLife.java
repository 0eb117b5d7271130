package org.chizheng.bank.rule;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The life of an item 试题: draft, in review, approved, retired; which act is open in which state, and to whom. An approved item may have one open draft on top, and stays
 * in use until that is approved. Nobody approves a text of which a word is his own (four eyes).
 *
 * @param revision number of the newest approved revision, 0 before the first
 * @param editors names of the accounts whose words are in the open draft; empty when there is none
 */
public record ItemLife(int revision, boolean retired, Stage stage, Set<String> editors) {
    public ItemLife {
        editors = Set.copyOf(editors);
    }

    /** Where the open draft stands. */
    public enum Stage {
        NONE,
        DRAFT,
        IN_REVIEW
    }

    /** What the item is as a whole. DISCARDED: it was never approved and its draft was thrown away; its code is not given again. */
    public enum State {
        DRAFT,
        IN_REVIEW,
        APPROVED,
        RETIRED,
        DISCARDED
    }

    /** What is done to an item. CLASSIFY: sets its level, or publishes it for practice. */
    public enum Act {
        EDIT,
        SUBMIT,
        WITHDRAW,
        DISCARD,
        RETURN,
        APPROVE,
        RETIRE,
        TAKE_BACK,
        CLASSIFY;

        private boolean isReviewers() {
            return compareTo(RETURN) >= 0;
        }
    }

    /** Why an act is refused. */
    public enum Fault {
        NOT_YOUR_ROLE,
        NO_DRAFT,
        IN_REVIEW,
        NOT_IN_REVIEW,
        NEVER_APPROVED,
        RETIRED,
        NOT_RETIRED,
        OWN_WORDS,
        NOT_YOURS
    }

    /** Who acts: an account, named as its sign-in does everywhere, and its roles in the bank. */
    public record Who(String name, boolean author, boolean reviewer) {
        /** Whether this account may propose items of a level (NATIONAL or PROVINCIAL): those of the nation's bank only who may write items by hand. */
        public boolean mayPropose(String level) {
            return author || level.equals("PROVINCIAL");
        }
    }

    /** A new item as its author has begun it. */
    public static ItemLife begun(String author) {
        return new ItemLife(0, false, Stage.DRAFT, Set.of(author));
    }

    public State state() {
        if (retired) {
            return State.RETIRED;
        }
        if (revision > 0) {
            return State.APPROVED;
        }
        return switch (stage) {
            case DRAFT -> State.DRAFT;
            case IN_REVIEW -> State.IN_REVIEW;
            case NONE -> State.DISCARDED;
        };
    }

    /** Why this act is not open to this account now; empty when it is. */
    public Optional<Fault> refusal(Act act, Who who) {
        boolean holds = act.isReviewers() ? who.reviewer() : who.author();
        return holds ? Optional.ofNullable(fault(act, who.name())) : Optional.of(Fault.NOT_YOUR_ROLE);
    }

    private Fault fault(Act act, String name) {
        return switch (act) {
            case EDIT -> retired ? Fault.RETIRED : stage == Stage.IN_REVIEW ? Fault.IN_REVIEW : noText();
            case SUBMIT -> retired ? Fault.RETIRED : notADraft();
            case DISCARD -> notADraft() != null ? notADraft() : notTheirs(name);
            case WITHDRAW -> notInReview() != null ? notInReview() : notTheirs(name);
            case RETURN -> notInReview();
            case APPROVE -> retired ? Fault.RETIRED : notInReview() != null ? notInReview() : ownWords(name);
            case RETIRE -> retired ? Fault.RETIRED : revision == 0 ? Fault.NEVER_APPROVED : null;
            case TAKE_BACK -> retired ? null : Fault.NOT_RETIRED;
            case CLASSIFY -> noText();
        };
    }

    private Fault noText() {
        return state() == State.DISCARDED ? Fault.NO_DRAFT : null;
    }

    private Fault notADraft() {
        return switch (stage) {
            case NONE -> Fault.NO_DRAFT;
            case IN_REVIEW -> Fault.IN_REVIEW;
            case DRAFT -> null;
        };
    }

    private Fault notInReview() {
        return stage == Stage.IN_REVIEW ? null : Fault.NOT_IN_REVIEW;
    }

    private Fault ownWords(String name) {
        return editors.contains(name) ? Fault.OWN_WORDS : null;
    }

    private Fault notTheirs(String name) {
        return editors.contains(name) ? null : Fault.NOT_YOURS;
    }

    /** Acts that are open to this account now. */
    public List<Act> open(Who who) {
        return Arrays.stream(Act.values())
                .filter(act -> refusal(act, who).isEmpty())
                .toList();
    }

    /** The state after an act that was not refused. */
    public ItemLife after(Act act, String name) {
        return switch (act) {
            case EDIT -> {
                Set<String> all = new HashSet<>(editors);
                all.add(name);
                yield new ItemLife(revision, retired, Stage.DRAFT, all);
            }
            case SUBMIT -> new ItemLife(revision, retired, Stage.IN_REVIEW, editors);
            case WITHDRAW, RETURN -> new ItemLife(revision, retired, Stage.DRAFT, editors);
            case DISCARD -> new ItemLife(revision, retired, Stage.NONE, Set.of());
            case APPROVE -> new ItemLife(revision + 1, retired, Stage.NONE, Set.of());
            case RETIRE -> new ItemLife(revision, true, stage, editors);
            case TAKE_BACK -> new ItemLife(revision, false, stage, editors);
            case CLASSIFY -> this;
        };
    }
}
