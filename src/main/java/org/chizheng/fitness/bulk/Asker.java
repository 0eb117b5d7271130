package org.chizheng.fitness.bulk;

import java.util.List;
import java.util.UUID;

import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;

/**
 * Who asks about people.
 *
 * @param name for the audit log
 * @param meter under which rows are counted
 * @param enterprises whose people are the asker's own
 * @param regions all of whose people are; empty text for the whole installation
 */
public record Asker(String name, String meter, List<UUID> enterprises, List<String> regions) {
    public Asker {
        enterprises = List.copyOf(enterprises);
        regions = List.copyOf(regions);
    }

    static Asker of(CurrentUser user) {
        return new Asker(
                user.principal(),
                user.principal(),
                user.enterprises(),
                user.regions(Roles.ADMINISTRATOR, Roles.REGULATOR));
    }

    static Asker of(AccessKeys.Known key) {
        return new Asker("key:" + key.id(), "enterprise:" + key.enterprise(), List.of(key.enterprise()), List.of());
    }
}
