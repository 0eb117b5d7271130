package org.chizheng.application.rule;

import java.util.ArrayList;
import java.util.List;

/** What keeps an application from being accepted together with others, unread: each needs a look of its own. */
public enum Lack {
    PHOTO,
    PHOTO_FOUND,
    IDENTITY,
    TRAINING_PROOF,
    OBJECTION;

    /**
     * What is known of it.
     *
     * @param photoFindings how many the check of the photo has
     * @param identity whether a picture of the identity paper is there
     * @param hours of training that were declared and are on record only after acceptance, 0 for none
     * @param trainingProof whether a proof of training is there
     * @param objections how many rules stand against it
     */
    public record Known(
            boolean photo, int photoFindings, boolean identity, int hours, boolean trainingProof, int objections) {}

    /** In the order above; empty when it may be accepted with others. */
    public static List<Lack> of(Known known) {
        List<Lack> lacks = new ArrayList<>();
        if (!known.photo()) {
            lacks.add(PHOTO);
        } else if (known.photoFindings() > 0) {
            lacks.add(PHOTO_FOUND);
        }
        if (!known.identity()) {
            lacks.add(IDENTITY);
        }
        if (known.hours() > 0 && !known.trainingProof()) {
            lacks.add(TRAINING_PROOF);
        }
        if (known.objections() > 0) {
            lacks.add(OBJECTION);
        }
        return List.copyOf(lacks);
    }
}
