package org.chizheng.verification.scan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Writes checks down and raises what they add up to: a certificate seen at too many sites on a day, a network that asks for codes nobody gave out. */
@ApplicationScoped
public class Scanning {
    private static final String SCAN = """
            INSERT INTO verification_scan (at, certificate_id, result_class, via, network, enterprise_id)
            SELECT 'epoch'::timestamptz + micros * interval '1 microsecond', certificate_id, result_class, via, network, enterprise_id
            FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::uuid[]) AS v (micros, certificate_id, result_class, via, network, enterprise_id)""";
    /**
     * Of certificates that the log has seen from another network on the same day, before or just now: that network and the new one. Each costs one step into the log's index, however often
     * the certificate was checked. In a fixed order, so that replicas which write down the same certificates do not lock each other out.
     */
    private static final String SITE = """
            INSERT INTO verification_site (certificate_id, scanned_on, network)
            SELECT DISTINCT v.certificate_id, v.scanned_on, n.network
            FROM unnest(?::uuid[], ?::date[], ?::bytea[]) AS v (certificate_id, scanned_on, network)
            CROSS JOIN LATERAL (SELECT s.network FROM verification_scan s
                                WHERE s.certificate_id = v.certificate_id AND s.at >= v.scanned_on::timestamp AT TIME ZONE ?
                                  AND s.at < (v.scanned_on + 1)::timestamp AT TIME ZONE ? ORDER BY s.at LIMIT 1) first
            CROSS JOIN LATERAL (VALUES (first.network), (v.network)) n (network)
            WHERE first.network <> v.network
            ORDER BY 1, 2, 3 ON CONFLICT DO NOTHING""";

    private static final String GUESS = """
            INSERT INTO verification_guess AS g (network, since, guesses) VALUES (?, ?, ?)
            ON CONFLICT (network) DO UPDATE SET
              since = CASE WHEN g.since < ? THEN excluded.since ELSE g.since END,
              guesses = CASE WHEN g.since < ? THEN excluded.guesses ELSE g.guesses + excluded.guesses END""";
    private static final String BAR = """
            UPDATE verification_guess SET barred_until = ?
            WHERE network = ? AND guesses >= ? AND (barred_until IS NULL OR barred_until < ?)""";
    private static final String MANY_SITES = """
            INSERT INTO verification_alarm (id, kind, certificate_id, raised_on, raised_at, figure)
            SELECT gen_random_uuid(), 'MANY_SITES', certificate_id, scanned_on, ?, count(*)
            FROM unnest(?::uuid[], ?::date[]) AS seen (certificate_id, scanned_on) JOIN verification_site USING (certificate_id, scanned_on)
            GROUP BY certificate_id, scanned_on HAVING count(*) >= ?
            ORDER BY certificate_id, scanned_on
            ON CONFLICT DO NOTHING""";
    private static final String GUESSING = """
            INSERT INTO verification_alarm (id, kind, network, raised_on, raised_at, figure)
            SELECT ?, 'GUESSING', network, ?, ?, guesses FROM verification_guess WHERE network = ? AND guesses >= ?
            ON CONFLICT DO NOTHING""";
    private final Sql sql;
    private final ScanConfig config;
    private final OfficialClock clock;

    public Scanning(Sql sql, ScanConfig config, OfficialClock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    private record Day(UUID certificate, LocalDate day) {}

    /** network: the bytes of its index. */
    private record Site(UUID certificate, LocalDate day, ByteBuffer network) {}

    @Transactional
    public void write(List<Scan> scans) {
        sql.update(
                SCAN,
                scans.stream()
                        .mapToLong(scan -> ChronoUnit.MICROS.between(Instant.EPOCH, scan.at()))
                        .toArray(),
                all(scans, Scan::certificate, UUID[]::new),
                all(scans, Scan::resultClass, String[]::new),
                all(scans, scan -> scan.via().name(), String[]::new),
                all(scans, Scan::network, byte[][]::new),
                all(scans, Scan::enterprise, UUID[]::new));
        List<Scan> found = scans.stream().filter(scan -> !scan.isGuess()).toList();
        if (!found.isEmpty()) {
            sites(found);
        }
        List<Scan> guesses = scans.stream().filter(Scan::isGuess).toList();
        if (!guesses.isEmpty()) {
            guesses(guesses);
        }
    }

    private void sites(List<Scan> found) {
        List<Site> sites = found.stream()
                .map(scan ->
                        new Site(scan.certificate(), OfficialClock.dateOf(scan.at()), ByteBuffer.wrap(scan.network())))
                .distinct()
                .toList();
        int added = sql.update(
                SITE,
                all(sites, Site::certificate, UUID[]::new),
                all(sites, site -> site.day().toString(), String[]::new),
                all(sites, site -> site.network().array(), byte[][]::new),
                OfficialClock.ZONE.getId(),
                OfficialClock.ZONE.getId());
        if (added > 0) {
            List<Day> days = sites.stream()
                    .map(site -> new Day(site.certificate(), site.day()))
                    .distinct()
                    .toList();
            sql.update(
                    MANY_SITES,
                    clock.now(),
                    all(days, Day::certificate, UUID[]::new),
                    all(days, day -> day.day().toString(), String[]::new),
                    config.sitesADay());
        }
    }

    private static <F, T> T[] all(List<F> of, Function<F, T> what, IntFunction<T[]> array) {
        return of.stream().map(what).toArray(array);
    }

    private void guesses(List<Scan> guesses) {
        Instant now = clock.now();
        Instant window = now.minus(config.guessWindow());
        List<byte[]> networks = guesses.stream()
                .map(Scan::network)
                .collect(Collectors.toMap(java.util.HexFormat.of()::formatHex, Function.identity(), (a, b) -> a))
                .entrySet()
                .stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(java.util.Map.Entry::getValue)
                .toList();
        sql.batch(
                GUESS,
                networks.stream()
                        .map(network -> new Object[] {network, now, count(guesses, network), window, window})
                        .toList());
        sql.batch(
                BAR,
                networks.stream()
                        .map(network -> new Object[] {now.plus(config.bar()), network, config.guesses(), now})
                        .toList());
        sql.batch(
                GUESSING,
                networks.stream()
                        .map(network ->
                                new Object[] {Ids.next(), OfficialClock.dateOf(now), now, network, config.guesses()})
                        .toList());
    }

    private static int count(List<Scan> guesses, byte[] network) {
        return (int) guesses.stream()
                .filter(scan -> java.util.Arrays.equals(scan.network(), network))
                .count();
    }
}
