package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class MenuTest {
    private static Menu of(String path, String... roles) {
        Set<String> held = Set.of(roles);
        return Menu.of(path, "zh", role -> role.equals("**") || held.contains(role));
    }

    private static List<String> current(Menu menu) {
        return menu.items().stream()
                .filter(Menu.Item::current)
                .map(Menu.Item::href)
                .toList();
    }

    @Test
    void whoHasMuchToDoFindsItInGroups() {
        Menu menu = of("/statistics/forecast", "regulator");
        assertThat(menu.lone()).extracting(Menu.Item::href).containsExactly("/desk");
        assertThat(menu.groups())
                .extracting(Menu.Folder::label, Menu.Folder::current)
                .containsExactly(
                        tuple("考试", false), tuple("人员与证书", false), tuple("持证率与目标", true), tuple("规定与系统", false));
        assertThat(menu.groups().stream()
                                .mapToInt(group -> group.items().size())
                                .sum()
                        + 1)
                .as("nothing is lost and nothing is there twice")
                .isEqualTo(menu.items().size())
                .isEqualTo(menu.items().stream().map(Menu.Item::href).distinct().count());
    }

    @Test
    void whoHasLittleToDoSeesAllOfItInOneRow() {
        Menu menu = of("/practice", "candidate");
        assertThat(menu.groups()).isEmpty();
        assertThat(menu.lone())
                .extracting(Menu.Item::href)
                .containsExactly("/desk", "/my", "/my/bookings", "/my/applications", "/practice");
    }

    @Test
    void theNearestEntryAloneIsTheCurrentOne() {
        assertThat(current(of("/my/bookings/1", "candidate"))).containsExactly("/my/bookings");
        assertThat(current(of("/goals/worklist", "regulator"))).containsExactly("/goals/worklist");
        assertThat(current(of("/about", "regulator"))).isEmpty();
    }
}
