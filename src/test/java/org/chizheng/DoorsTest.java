package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** A new door must be entered in the table before it opens. */
class DoorsTest {
    @Test
    void everyDoorStandsInTheTable() {
        Set<String> found = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.chizheng").stream()
                        .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .forEach(type -> type.getMethods().stream()
                                .filter(DoorsTest::isDoor)
                                .forEach(method -> found.add(door(type, method))));
        found.add("POST /api/sitting/answers"); // a plain route: sitting.AnswersRoute
        found.add("POST /api/fitness"); // a plain route: fitness.bulk.FitnessRoute
        found.add("POST /api/roster"); // a plain route: fitness.roster.RosterRoute
        assertThat(found).isEqualTo(new TreeSet<>(Doors.TABLE.keySet()));
    }

    private static boolean isDoor(JavaMethod method) {
        return method.isAnnotatedWith(jakarta.ws.rs.GET.class) || method.isAnnotatedWith(jakarta.ws.rs.POST.class);
    }

    private static String door(JavaClass type, JavaMethod method) {
        String path = type.getAnnotationOfType(jakarta.ws.rs.Path.class).value() + "/"
                + method.tryGetAnnotationOfType(jakarta.ws.rs.Path.class)
                        .map(jakarta.ws.rs.Path::value)
                        .orElse("");
        String tidy = path.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
        return (method.isAnnotatedWith(jakarta.ws.rs.GET.class) ? "GET " : "POST ") + tidy;
    }
}
