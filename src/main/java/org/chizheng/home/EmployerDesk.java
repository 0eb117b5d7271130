package org.chizheng.home;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import org.chizheng.fitness.Fitness;
import org.chizheng.fitness.roster.RosterUpload;
import org.chizheng.statistics.rule.HolderRate;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.rule.StaffingNeed;

/**
 * All that an employer's desk shows.
 *
 * @param asOf day of all figures, as known now
 * @param missing who has to get what, the most urgent first
 * @param months certificates by the month in which they end, from the current month on
 * @param lack what is lacking of safety staff; null for nothing
 * @param uploads the newest rosters
 */
public record EmployerDesk(
        EnterpriseView enterprise,
        LocalDate asOf,
        Figures figures,
        List<Missing> missing,
        List<Month> months,
        StaffingNeed.Finding lack,
        List<RosterUpload> uploads) {
    public EmployerDesk {
        missing = List.copyOf(missing);
        months = List.copyOf(months);
        uploads = List.copyOf(uploads);
    }

    /** Requirements of people on post: all, those that a certificate covers, and those that none covers within the grace period. */
    public record Figures(long required, long covered, long grace) {
        public long missing() {
            return required - covered - grace;
        }

        /** In per cent, grace inside; null when nothing is required. A text, since a page takes the number 0 for nothing. */
        public String percent() {
            return percent(covered, required);
        }

        /** The same without those in grace. */
        public String percentWithoutGrace() {
            return percent(covered, required - grace);
        }

        private static String percent(long covered, long required) {
            return new HolderRate(covered, required)
                    .percent()
                    .map(BigDecimal::toPlainString)
                    .orElse(null);
        }
    }

    /** A requirement that nothing covers. by: last day of the grace period; null where there is none, so that the person may not stand there. applied: whether an application is open. */
    public record Missing(Fitness.OnPost row, LocalDate by, boolean applied) {
        /** How a form names it. */
        public String key() {
            return row.person() + " " + row.qualification();
        }
    }

    /** A month of the calendar with what ends in it, by day. */
    public record Month(YearMonth month, List<Fitness.OnPost> ending) {
        public Month {
            ending = List.copyOf(ending);
        }
    }

    /** A certificate of somebody on post. state: FIT or why not. */
    public record Held(
            UUID person,
            String name,
            String qualification,
            String code,
            LocalDate validFrom,
            LocalDate validTo,
            String state) {
        public String badge() {
            return switch (state) {
                case "FIT" -> "badge-ok";
                case "NOT_YET_VALID" -> "badge-warn";
                default -> "badge-bad";
            };
        }
    }
}
