package org.chizheng.people.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdDocumentTest {
    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, CITIZEN_ID",
        "320100199001010018, CITIZEN_ID",
        "810000199001010019, RESIDENCE_PERMIT",
        "820000199001010010, RESIDENCE_PERMIT",
        "830000199001010012, RESIDENCE_PERMIT",
        "932840199001010012, PERMANENT_RESIDENCE",
        "USA110088123456, PERMANENT_RESIDENCE"
    })
    void theFormOfANumberTellsItsType(String number, IdType type) {
        assertThat(IdDocument.of(number)).isEqualTo(IdDocument.of(type, number));
        assertThat(IdDocument.of(number).type()).isEqualTo(type);
    }

    @Test
    void birthAndSexAreTakenFromNumbersThatTellThem() {
        IdDocument card = IdDocument.of("932840199001010012");
        assertThat(card.birthDate()).isEqualTo("1990-01-01");
        assertThat(card.male()).isTrue();
        assertThat(IdDocument.of("USA110088123456").birthDate()).isNull();
    }

    @Test
    void aWrongCheckDigitIsFoundOnEveryCardThatHasOne() {
        for (String number : new String[] {"320100199001010017", "810000199001010018", "932840199001010013"}) {
            assertThatThrownBy(() -> IdDocument.of(number)).hasMessage("CHECK");
        }
    }

    @Test
    void aNumberOfAnotherTypeIsNamedAsSuch() {
        assertThatThrownBy(() -> IdDocument.of(IdType.CITIZEN_ID, "810000199001010019"))
                .hasMessage("TYPE");
        assertThatThrownBy(() -> IdDocument.of(IdType.RESIDENCE_PERMIT, "320100199001010018"))
                .hasMessage("TYPE");
        assertThatThrownBy(() -> IdDocument.of(IdType.PERMANENT_RESIDENCE, "320100199001010018"))
                .hasMessage("TYPE");
    }

    @Test
    void aPassportMustBeNamedAsOneAndIsKeptInCapitals() {
        assertThat(IdDocument.of(IdType.PASSPORT, " e1234 5678").number()).isEqualTo("E12345678");
        assertThatThrownBy(() -> IdDocument.of("E12345678")).hasMessage("FORM");
        assertThatThrownBy(() -> IdDocument.of(IdType.PASSPORT, "E1-2")).hasMessage("PASSPORT");
    }

    @Test
    void equalSignsUnderTwoTypesAreTwoDocuments() {
        assertThat(IdDocument.of(IdType.PASSPORT, "320100199001010018"))
                .isNotEqualTo(IdDocument.of("320100199001010018"));
    }
}
