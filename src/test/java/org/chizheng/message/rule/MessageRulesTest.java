package org.chizheng.message.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class MessageRulesTest {
    @Test
    void thePausesGrowAndTheSeventhFailureIsTheLast() {
        Duration last = Duration.ZERO;
        for (int failures = 1; failures <= 6; failures++) {
            Duration pause = Pauses.after(failures).orElseThrow();
            assertThat(pause).isGreaterThan(last);
            last = pause;
        }
        assertThat(Pauses.after(7)).isEmpty();
    }

    @Test
    void anIdentityNumberOrAMobileNumberIsFoundAndATicketNumberIsNot() {
        assertThat(PersonalNumbers.standIn("证件 320100199001010018 已登记")).isTrue();
        assertThat(PersonalNumbers.standIn("11010519491231002X")).isTrue();
        assertThat(PersonalNumbers.standIn("请拨打13800000000")).isTrue();
        assertThat(PersonalNumbers.standIn("准考证 261380000000，2026-12-05 09:00")).isFalse();
        assertThat(PersonalNumbers.standIn("1234567890123456789")).isFalse();
    }

    @Test
    void mailAddressesAreTakenWithoutBlanksAndOthersAreNot() {
        assertThat(Address.mail(" zhang.san@example.com ")).contains("zhang.san@example.com");
        for (String bad : new String[] {
            "", "zhang", "@example.com", "a@b", "a b@example.com", "a@-b.com", "张@example.com", "a@b.com\nBcc: c@d.com"
        }) {
            assertThat(Address.mail(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void littleIsShownOfAnAddress() {
        assertThat(Address.maskedMail("zhang@example.com")).isEqualTo("z***@example.com");
        assertThat(Address.maskedPhone("13812345678")).isEqualTo("138******78");
        assertThat(Address.maskedPhone("02512345678")).isEqualTo("025******78");
    }
}
