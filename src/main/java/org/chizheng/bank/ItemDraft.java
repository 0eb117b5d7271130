package org.chizheng.bank;

import java.util.List;

/**
 * What an author proposes as the next revision of an item, complete or not: texts may be empty, lists too. Which options are right is said by the options themselves;
 * their order means nothing.
 *
 * @param type TRUE_FALSE, SINGLE or MULTIPLE
 * @param chapter code of the chapter in its subject, empty when not yet chosen
 * @param difficulty 1 easy to 3 hard, by the author's judgement
 * @param figure null when there is none
 * @param figureAlt what the figure shows, in words; null when there is no figure
 */
public record ItemDraft(
        String type,
        String chapter,
        int difficulty,
        String stem,
        List<Revision.Option> options,
        String explanation,
        String source,
        Figure figure,
        String figureAlt) {
    public ItemDraft {
        options = List.copyOf(options);
    }
}
