package org.chizheng.rehearsal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.journey.Visitor;

import com.fasterxml.jackson.databind.JsonNode;

/** The manager of a centre, who has rehearsals prepared and tells what came of them. */
public final class Staff {
    private static final Pattern ROOM =
            Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>([^<]*?) ([^ <]+) \\((\\d+)\\)</option>");
    private final Visitor visitor;

    /** A room that the manager may plan in. */
    public record Room(String id, String centre, String label, int seats) {}

    public Staff(String base) {
        visitor = new Visitor(base);
    }

    public void signIn(String user, String password) throws IOException {
        visitor.signIn("/sign-in", "/j_security_check", user, password);
    }

    /** The rooms that the page of sessions offers. */
    public List<Room> rooms() throws IOException {
        List<Room> rooms = new ArrayList<>();
        Matcher option = ROOM.matcher(visitor.get("/sessions").text());
        while (option.find()) {
            rooms.add(new Room(option.group(1), option.group(2), option.group(3), Integer.parseInt(option.group(4))));
        }
        return rooms;
    }

    /** Fills the rooms in turn, each as often as needed; every filling is a session of its own. */
    public List<Seat> prepare(List<Room> rooms, int candidates, String qualification) throws IOException {
        if (rooms.isEmpty()) {
            throw new IOException("no room to rehearse in");
        }
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; seats.size() < candidates; i++) {
            Room room = rooms.get(i % rooms.size());
            JsonNode cast = visitor.post(
                    "/api/rehearsals",
                    Map.of(
                            "room",
                            room.id(),
                            "candidates",
                            Math.min(room.seats(), candidates - seats.size()),
                            "qualification",
                            qualification));
            String session = cast.get("session").asText();
            cast.get("candidates")
                    .forEach(player -> seats.add(new Seat(
                            session,
                            player.get("ticket").asText(),
                            player.get("idNumber").asText())));
        }
        return seats;
    }

    /** Each event that the service holds of the rehearsal. */
    void answers(String session, Consumer<Reconciliation.Held> use) throws IOException {
        visitor.look("/api/rehearsals/" + session + "/answers")
                .json()
                .forEach(row -> use.accept(new Reconciliation.Held(
                        row.get("ticket").asText(),
                        row.get("sequence").asInt(),
                        row.get("item").asInt(),
                        row.get("answer").asText(),
                        row.get("counted").asBoolean())));
    }

    /** Compares the ledger with everything that the sessions hold. */
    public void reconcile(Reconciliation reconciliation, List<String> sessions) throws IOException {
        for (String session : sessions) {
            answers(session, reconciliation::hold);
        }
        reconciliation.close();
    }

    void report(String session, Map<String, Object> figures) throws IOException {
        visitor.post("/api/rehearsals/" + session + "/report", figures);
    }
}
