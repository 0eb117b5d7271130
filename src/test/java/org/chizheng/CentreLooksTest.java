package org.chizheng;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.centre.Arranging;
import org.chizheng.centre.BindingSeats;
import org.chizheng.centre.Centres;
import org.chizheng.centre.Stations;
import org.chizheng.common.OfficialClock;
import org.chizheng.training.Providers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages of centres and of training: no axe violation, nothing wider than its window, in both languages; a seat is bound and a station entered by the keyboard alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CentreLooksTest extends Looks {
    @Inject
    Centres centres;

    @Inject
    Stations stations;

    @Inject
    Arranging arranging;

    @Inject
    BindingSeats binding;

    @Inject
    Providers providers;

    @Inject
    OfficialClock clock;

    private UUID centre;

    @BeforeEach
    void theDemoCentre() {
        centre = centres.all().stream()
                .filter(c -> "3201-01".equals(c.code()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void theCentreIsSeenAndKept() {
        signIn("admin");
        UUID room = centres.rooms(centre).get(1).id();
        UUID seat = centres.seats(room).get(2).id();
        arranging.takeOut(Arranging.Part.SEAT, seat, "键盘坏了，等待更换");
        binding.bind(centres.seats(room).get(0).id(), "10.1.2.30", "");
        binding.bind(centres.seats(room).get(1).id(), "2001:db8:1234:5678::/64", "");
        look("centres", "centres");
        look("centres/" + centre, "centre");
        look("centres/" + centre + "/rooms/" + room, "centre-room");
        UUID station = stations.of(centre).get(0).id();
        look("centres/" + centre + "/stations/" + station, "centre-station");
        look("centres/" + centre + "/opening", "centre-opening");
        look("centres/calendar", "centre-calendar");
        arranging.putBack(Arranging.Part.SEAT, seat);
        byTheKeyboard(room);
    }

    private void byTheKeyboard(UUID room) {
        page.navigate(base + "centres/" + centre + "/rooms/" + room + "?lang=zh");
        page.locator("tbody tr").nth(3).locator("summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().insertText("10.9.9.9");
        page.keyboard().press("Enter");
        page.waitForURL("**/rooms/" + room);
        assertThat(page.locator("tbody tr").nth(3).textContent()).contains("10.9.9.9/32");
        binding.bindRoom(room, "");
    }

    @Test
    void trainingIsSeenAndAListComesBack() {
        signIn("admin");
        look("training/providers?q=演示", "training-providers");
        UUID provider = providers.search("320115", "演示").get(0).id();
        look("training/providers/" + provider, "training-provider");
        look("training/classes", "training-classes-ahead");
        look("training/classes/providers/" + provider, "training-classes");
        LocalDate today = clock.today();
        page.locator("#s").fill(today.toString());
        page.locator("#e").fill(today.plusDays(20).toString());
        page.locator("#h").fill("48");
        page.locator("#p").fill("60");
        page.locator("form[action$='" + provider + "'] button").click();
        assertThat(page.locator("[role=status]").textContent()).contains("新排 1 个班");
        page.locator("td details summary").first().click();
        lookHere("training-classes-planned");
        String records = "training/records/providers/" + provider;
        look(records, "training-records");
        String list = "姓名,身份证号码,资格项目,培训类型,学时,开始日期,结束日期,培训内容\n某人,123,低压电工作业,年度再培训,16,2026-03-01,2026-03-02,安全用电\n"
                + "某人,123,没有这个项目,年度再培训,16,2026-03-01,2026-03-02,安全用电\n";
        page.locator("#file").setInputFiles(new FilePayload("名单.csv", "text/csv", list.getBytes(UTF_8)));
        page.locator("form[action$='/upload'] button").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("2 行中有 2 行");
        lookHere("training-returned");
    }
}
