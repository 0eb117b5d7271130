package org.chizheng.statistics.figures;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Whose requirements may stand otherwise than is kept. */
@ApplicationScoped
class Pending {
    private static final String WAITING =
            "SELECT id, person_id, post_id, enterprise_id FROM figure_pending ORDER BY id LIMIT ?";
    private static final String EVERYBODY =
            "SELECT 1 FROM figure_pending WHERE num_nonnulls(person_id, post_id, enterprise_id) = 0 LIMIT 1";
    private static final String AT_POSTS = "SELECT DISTINCT person_id FROM appointment WHERE post_id = ANY (?)";
    private static final String AT_ENTERPRISES =
            "SELECT DISTINCT a.person_id FROM post p JOIN appointment a ON a.post_id = p.id WHERE p.enterprise_id = ANY (?)";
    private final Sql sql;

    Pending(Sql sql) {
        this.sql = sql;
    }

    /** One word left by a writer; it names one of the three, or none when everybody is meant. */
    record Word(long id, UUID person, UUID post, UUID enterprise) {
        boolean everybody() {
            return person == null && post == null && enterprise == null;
        }
    }

    /** The oldest. */
    List<Word> waiting(int most) {
        return sql.list(
                WAITING,
                row -> new Word(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)),
                most);
    }

    boolean everybody() {
        return sql.first(EVERYBODY, row -> true).isPresent();
    }

    Set<UUID> people(Collection<Word> words) {
        Set<UUID> people = named(words, Word::person);
        add(people, AT_POSTS, named(words, Word::post));
        add(people, AT_ENTERPRISES, named(words, Word::enterprise));
        return people;
    }

    private void add(Set<UUID> people, String query, Set<UUID> of) {
        if (!of.isEmpty()) {
            people.addAll(sql.list(query, row -> row.getObject(1, UUID.class), (Object) of.toArray(UUID[]::new)));
        }
    }

    private static Set<UUID> named(Collection<Word> words, Function<Word, UUID> named) {
        Set<UUID> found = new HashSet<>();
        words.stream().map(named).filter(Objects::nonNull).forEach(found::add);
        return found;
    }

    void done(Collection<Word> words) {
        sql.update("DELETE FROM figure_pending WHERE id = ANY (?)", (Object)
                words.stream().map(Word::id).toArray(Long[]::new));
    }
}
