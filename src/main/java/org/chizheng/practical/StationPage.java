package org.chizheng.practical;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.common.Assets;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Messages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** An assessor's tablet at a station: whoever is there is marked on it, whoever is next is called. */
@Path("/practicals/{id}/stations/{station}")
@RolesAllowed(Roles.ASSESSOR)
public class StationPage {
    private final Practicals practicals;
    private final Sheets sheets;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final Assets assets;
    private final Ui ui;
    private final ObjectMapper json;

    public StationPage(
            Practicals practicals,
            Sheets sheets,
            Qualifications qualifications,
            CurrentUser user,
            Assets assets,
            Ui ui,
            ObjectMapper json) {
        this.practicals = practicals;
        this.sheets = sheets;
        this.qualifications = qualifications;
        this.user = user;
        this.assets = assets;
        this.ui = ui;
        this.json = json;
    }

    /** What the page shows around the sheet. @param current whom this assessor marks now, or null; @param disputed who waits for a third assessor, whom this one may be; @param waiting who may be called next, soonest first; @param opened this assessor has the sheet already; @param filesJson addresses of what is kept for a reload without a line */
    public record Desk(
            PracticalView day,
            StationChoice station,
            CandidateView current,
            List<CandidateView> disputed,
            List<CandidateView> waiting,
            String assessor,
            boolean opened,
            List<String> scripts,
            String filesJson,
            String release,
            String messagesJson) {
        public Desk {
            disputed = List.copyOf(disputed);
            waiting = List.copyOf(waiting);
            scripts = List.copyOf(scripts);
        }
    }

    @CheckedTemplate(basePath = "practical", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance station(Desk desk, QualificationView qualification);
    }

    /** @param candidate who is to be marked, where there are several; whoever is at the station if left out */
    @GET
    public TemplateInstance station(@RestPath UUID id, @RestPath UUID station, @RestQuery String candidate)
            throws JsonProcessingException {
        PracticalView day = practicals.get(id);
        user.mustReachCentre(day.centreId(), day.region(), Roles.ASSESSOR);
        StationChoice here = practicals.stations(id).stream()
                .filter(choice -> choice.id().equals(station))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        List<CandidateView> all = practicals.candidates(id);
        List<CandidateView> mine = all.stream()
                .filter(one -> station.equals(one.stationId()) && isMine(one))
                .sorted(Comparator.comparing(one -> rank(one, candidate)))
                .toList();
        CandidateView current = mine.isEmpty() ? null : mine.get(0);
        Desk desk = new Desk(
                day,
                here,
                current,
                mine.stream()
                        .filter(one -> !one.equals(current) && one.state().equals("DISPUTED"))
                        .toList(),
                all.stream().filter(one -> one.state().equals("ADMITTED")).toList(),
                user.principal(),
                current != null && sheets.of(current.id(), user.principal()).isPresent(),
                scripts().toList(),
                json.writeValueAsString(files()),
                assets.release(),
                json.writeValueAsString(Messages.startingWith(ui.getLang(), "practical_js_"))
                        .replace("<", "\\u003c"));
        return Templates.station(desk, qualifications.get(day.qualification()));
    }

    /** Whoever was asked for comes first, then who is at the station, then who waits for a third assessor. */
    private static int rank(CandidateView one, String asked) {
        if (one.id().toString().equals(asked)) {
            return 0;
        }
        return one.state().equals("DISPUTED") ? 2 : 1;
    }

    /** Whether the candidate still needs this assessor's marks: as one of the two, or as the third. */
    private boolean isMine(CandidateView one) {
        List<SheetView> opened = sheets.ofCandidate(one.id());
        SheetView own = opened.stream()
                .filter(sheet -> sheet.assessor().equals(user.principal()))
                .findFirst()
                .orElse(null);
        boolean free = opened.size() < (one.state().equals("DISPUTED") ? 3 : 2);
        return switch (one.state()) {
            case "AT_STATION", "RUNNING", "DISPUTED" ->
                own == null ? free && !sheets.wasReleased(one.id(), user.principal(), null) : !own.signed();
            default -> false;
        };
    }

    private Stream<String> scripts() {
        return assets.under("practical").stream().filter(name -> name.endsWith(".js"));
    }

    /** Addresses of all that the page needs without a line. The scripts of the examination that it is built of load others of theirs, so all are kept. */
    private List<String> files() {
        Stream<String> examination = assets.under("exam").stream().filter(name -> name.endsWith(".js"));
        return Stream.of(Stream.of("chizheng.css", "practical/practical.css"), scripts(), examination)
                .flatMap(names -> names)
                .map(name -> assets.release() + "/" + name)
                .toList();
    }
}
