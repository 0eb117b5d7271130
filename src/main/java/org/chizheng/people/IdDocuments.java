package org.chizheng.people;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.chizheng.common.Messages;
import org.chizheng.common.Refused;
import org.chizheng.people.rule.IdDocument;
import org.chizheng.people.rule.IdType;

/** Documents as people write them in lists: the type by its name in either language, or by nothing where the number tells it. */
public final class IdDocuments {
    private IdDocuments() {}

    /** @throws Refused as {@link IdForm#document()} */
    public static IdDocument named(String type, String number) {
        return form(type, number, "", "").document();
    }

    /** A row of a list as a form. sex by its name in either language too. */
    public static IdForm form(String type, String number, String birth, String sex) {
        return new IdForm(
                typeNamed(type).map(IdType::name).orElse(type),
                number,
                birth,
                Stream.of("MALE", "FEMALE")
                        .filter(code -> isName("people_sex_" + code, sex))
                        .findFirst()
                        .orElse(sex));
    }

    private static Optional<IdType> typeNamed(String words) {
        return Arrays.stream(IdType.values())
                .filter(type -> isName("people_id_type_" + type, words))
                .findFirst();
    }

    private static boolean isName(String key, String words) {
        return Stream.of("zh", "en").anyMatch(lang -> Messages.get(lang, key).equalsIgnoreCase(words));
    }
}
