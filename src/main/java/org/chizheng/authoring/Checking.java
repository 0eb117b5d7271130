package org.chizheng.authoring;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.ItemDraft;

/** What the checks say of a draft before anybody reviews it. */
@ApplicationScoped
public class Checking {
    /**
     * @param check name of the check, for the message authoring_check_NAME and authoring_check_NAME_why
     * @param detail what it found, in the item's own words (never a message); may be empty
     * @param silenced the reason that somebody gave for leaving it so; null when it stands
     */
    public record Finding(String check, String detail, String silenced) {}

    /** @param item code of the item, null when it has none yet */
    public List<Finding> of(String subject, String item, ItemDraft draft) {
        return List.of();
    }
}
