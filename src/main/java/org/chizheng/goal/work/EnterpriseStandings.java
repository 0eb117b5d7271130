package org.chizheng.goal.work;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.chizheng.goal.rule.Standing;

/** Tells how enterprises stand, by the figures that are kept: what is raised and the holder rate are never two counts. Whoever keeps the figures answers. */
public interface EnterpriseStandings {

    /** An enterprise's county and how it stands. */
    record Placed(String region, Standing standing) {}

    /**
     * Of enterprises that have people on post; the work grows with theirs alone.
     *
     * @param expiring last day of what is called expiring
     * @return empty while the figures are behind what is recorded
     */
    Optional<Map<UUID, Placed>> of(Collection<UUID> enterprises, LocalDate today, LocalDate expiring);
}
