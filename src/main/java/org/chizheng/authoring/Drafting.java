package org.chizheng.authoring;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.ItemDraft;

/** Begins items. */
@ApplicationScoped
public class Drafting {
    /**
     * New items as drafts of their author, all or none.
     *
     * @param author name of the account
     * @return their codes, in the same order
     */
    @Transactional
    public List<String> create(String subject, List<ItemDraft> drafts, String author) {
        throw new UnsupportedOperationException();
    }
}
