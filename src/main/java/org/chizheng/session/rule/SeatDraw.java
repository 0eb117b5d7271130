package org.chizheng.session.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which seat a candidate gets at check-in: every free one is as likely as another, but those beside somebody of the same enterprise are left for when no other is free. */
public final class SeatDraw {
    private static final Pattern LABEL = Pattern.compile("(.*?)0*(\\d{1,9})");

    private SeatDraw() {}

    /** A seat of the room; colleague: somebody of the candidate's enterprise sits there. */
    public record Seat(UUID id, String label, boolean taken, boolean colleague) {}

    /** @return empty when none is free */
    public static Optional<UUID> draw(List<Seat> seats, RandomGenerator random) {
        Set<String> avoided = new HashSet<>();
        seats.stream().filter(Seat::colleague).map(Seat::label).forEach(label -> {
            avoided.add(beside(label, -1));
            avoided.add(beside(label, 1));
        });
        List<Seat> free = seats.stream().filter(seat -> !seat.taken()).toList();
        List<Seat> apart = free.stream()
                .filter(seat -> !avoided.contains(beside(seat.label(), 0)))
                .toList();
        List<Seat> choice = apart.isEmpty() ? free : apart;
        return choice.isEmpty()
                ? Optional.empty()
                : Optional.of(choice.get(random.nextInt(choice.size())).id());
    }

    /** The label so many places on in the same row: A09 and A10 are neighbours, A10 and B01 are not. A label without a number at its end has no neighbours. */
    private static String beside(String label, int places) {
        Matcher parts = LABEL.matcher(label);
        return parts.matches() ? parts.group(1) + '|' + (Integer.parseInt(parts.group(2)) + places) : label;
    }
}
