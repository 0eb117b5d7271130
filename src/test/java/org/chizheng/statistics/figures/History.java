package org.chizheng.statistics.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import org.chizheng.common.OfficialClock;

/**
 * One person's rows as they would stand in the tables, drawn at random: hired, left, hired again, issued, expired, suspended, reinstated, revoked, reviewed, covered by another
 * qualification or another authority, in grace, off the post and found able again, the enterprise moved, and all of it corrected afterwards, with effect in the past.
 */
final class History {
    static final String LOW = "operator-low-voltage-electrical";
    static final String HIGH = "operator-high-voltage-electrical";
    static final String MANAGER = "manager-hazchem-production";
    static final List<String> QUALIFICATIONS = List.of(LOW, HIGH, MANAGER);
    static final List<String> DEPARTMENTS = List.of("EMERGENCY", "HOUSING");
    private static final List<String> INDUSTRIES = List.of("hazchem-production", "coal-mine", "construction");
    private static final List<String> SIZES = List.of("LARGE", "SMALL", "MICRO");
    static final LocalDate EVER = LocalDate.of(1950, 1, 1);
    private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
    private static final List<String> KINDS_OF_WORKERS =
            List.of("EMPLOYEE", "EMPLOYEE", "DISPATCHED", "INTERN", "CONTRACTOR");
    /** Days that a history is about; some facts reach beyond. */
    static final int DAYS = 110;

    private static final List<String> KINDS = List.of(
            "SUSPENDED", "REINSTATED", "SUSPENDED", "REVIEWED", "REVOKED", "WITHDRAWN", "CANCELLED", "SUPERSEDED");

    /** until is exclusive, null while open; known likewise. */
    record Appointment(
            UUID id,
            UUID post,
            String workerKind,
            LocalDate from,
            LocalDate until,
            Instant knownFrom,
            Instant knownUntil) {}

    record Requirement(
            UUID id,
            UUID post,
            String qualification,
            LocalDate from,
            LocalDate until,
            Instant knownFrom,
            Instant knownUntil) {}

    /** site is null at the main place of the enterprise. */
    record Post(UUID id, UUID enterprise, UUID site, String department) {}

    record Site(UUID id, UUID enterprise, String region, String zone) {}

    /** What an enterprise is on these days, as it was known. */
    record Fact(
            UUID enterprise,
            String region,
            String zone,
            boolean highRisk,
            String industry,
            String size,
            LocalDate from,
            LocalDate until,
            Instant knownFrom,
            Instant knownUntil) {}

    /** Off a post. */
    record Absence(UUID post, LocalDate from, LocalDate until, Instant knownFrom, Instant knownUntil) {}

    record Confirmed(String qualification, LocalDate day, Instant knownFrom, Instant knownUntil) {}

    record Passed(UUID id, String qualification, LocalDate day, Instant recordedAt, Instant withdrawnAt) {}

    /** to is the last valid day. */
    record Certificate(
            UUID id,
            String qualification,
            String policy,
            LocalDate from,
            LocalDate to,
            LocalDate reviewDue,
            Instant issuedAt) {}

    record Event(UUID certificate, String kind, LocalDate day, LocalDate reviewDue, Instant recordedAt) {}

    record Foreign(
            UUID id, String qualification, String department, LocalDate from, LocalDate to, Instant recordedAt) {}

    final LocalDate base;
    final UUID person = UUID.randomUUID();
    final List<UUID> enterprises = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final List<Site> sites = new ArrayList<>();
    final List<Post> posts = new ArrayList<>();
    final List<Requirement> requirements = new ArrayList<>();
    final List<Appointment> appointments = new ArrayList<>();
    final List<Certificate> certificates = new ArrayList<>();
    /** In the order of their numbers, which is not that of recording. */
    final List<Event> events = new ArrayList<>();

    final List<Foreign> foreign = new ArrayList<>();
    final List<Absence> absences = new ArrayList<>();
    final List<Confirmed> confirmed = new ArrayList<>();
    final List<Passed> passed = new ArrayList<>();
    private final SplittableRandom random;
    private final List<String> regions;
    private final String zone;

    private History(SplittableRandom random, LocalDate base, List<String> regions, String zone) {
        this.random = random;
        this.base = base;
        this.regions = regions;
        this.zone = zone;
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            found();
        }
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            Site site = random.nextInt(3) == 0 ? pick(sites) : null;
            posts.add(new Post(
                    UUID.randomUUID(),
                    site == null ? pick(enterprises) : site.enterprise(),
                    site == null ? null : site.id(),
                    pick(DEPARTMENTS)));
        }
        posts.forEach(this::require);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            appoint(pick(posts));
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            certify();
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            leave(pick(appointments).post());
            for (int j = random.nextInt(3); j > 0; j--) {
                show(absences.get(absences.size() - 1).from().plusDays(20 + random.nextInt(90)));
            }
        }
        for (int i = 0; i < random.nextInt(3) - 1; i++) {
            LocalDate from = day();
            foreign.add(new Foreign(
                    UUID.randomUUID(),
                    pick(QUALIFICATIONS),
                    pick(DEPARTMENTS),
                    from,
                    from.plusDays(random.nextInt(90)),
                    instant()));
        }
    }

    static History drawn(long seed, LocalDate base, List<String> regions, String zone) {
        return new History(new SplittableRandom(seed), base, regions, zone);
    }

    /** An enterprise with another place; later it moves, is classed otherwise, or only says again what it is, from any day on. */
    private void found() {
        UUID enterprise = UUID.randomUUID();
        enterprises.add(enterprise);
        sites.add(new Site(UUID.randomUUID(), enterprise, pick(regions), zone()));
        Instant known = random.nextInt(5) == 0 ? instant() : EARLY;
        facts.add(new Fact(
                enterprise, pick(regions), zone(), random.nextBoolean(), industry(), size(), EVER, null, known, null));
        for (int more = random.nextInt(4); more > 0; more--) {
            known = instant(known.equals(EARLY) ? instant() : known);
            describe(enterprise, random.nextInt(4) == 0 ? EVER : day(), known);
        }
    }

    private void describe(UUID enterprise, LocalDate from, Instant known) {
        Fact last = null;
        for (Fact fact : List.copyOf(facts)) {
            if (fact.enterprise().equals(enterprise)
                    && fact.knownUntil() == null
                    && (fact.until() == null || fact.until().isAfter(from))) {
                facts.set(facts.indexOf(fact), known(fact, fact.until(), fact.knownFrom(), known));
                if (fact.from().isBefore(from)) {
                    facts.add(known(fact, from, known, null));
                }
                last = fact;
            }
        }
        boolean same = random.nextInt(3) == 0;
        facts.add(new Fact(
                enterprise,
                same ? last.region() : pick(regions),
                same ? last.zone() : zone(),
                same ? last.highRisk() : random.nextBoolean(),
                same || random.nextBoolean() ? last.industry() : industry(),
                same || random.nextBoolean() ? last.size() : size(),
                from,
                null,
                known,
                null));
    }

    private static Fact known(Fact fact, LocalDate until, Instant from, Instant to) {
        return new Fact(
                fact.enterprise(),
                fact.region(),
                fact.zone(),
                fact.highRisk(),
                fact.industry(),
                fact.size(),
                fact.from(),
                until,
                from,
                to);
    }

    /** Null where it was not reported, and so is the size. */
    private String industry() {
        return random.nextInt(3) == 0 ? null : pick(INDUSTRIES);
    }

    private String size() {
        return random.nextInt(3) == 0 ? null : pick(SIZES);
    }

    private String zone() {
        return random.nextInt(4) == 0 ? zone : null;
    }

    /** Off a post and perhaps back; perhaps corrected: on other days after all, or never. */
    private void leave(UUID post) {
        LocalDate from = day().minusDays(random.nextInt(50));
        Instant known = instant();
        if (random.nextInt(3) == 0) {
            Instant corrected = instant(known);
            absences.add(new Absence(post, from, from.plusDays(25 + random.nextInt(60)), known, corrected));
            if (random.nextInt(3) == 0) {
                return;
            }
            known = corrected;
            from = from.plusDays(random.nextInt(20));
        }
        boolean taken =
                absences.stream().anyMatch(b -> b.post().equals(post) && b.until() == null && b.knownUntil() == null);
        LocalDate until = taken || random.nextInt(3) > 0 ? from.plusDays(25 + random.nextInt(60)) : null;
        absences.add(new Absence(post, from, until, known, null));
    }

    /** Found able again, by the employer or by passing; perhaps taken back. */
    private void show(LocalDate day) {
        Instant known = instant();
        Instant until = random.nextInt(3) == 0 ? instant(known) : null;
        if (random.nextBoolean()) {
            confirmed.add(new Confirmed(asked(), day, known, until));
        } else {
            passed.add(new Passed(UUID.randomUUID(), asked(), day, known, until));
        }
    }

    private void require(Post post) {
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            String qualification = pick(QUALIFICATIONS);
            LocalDate from = day();
            Instant known = instant();
            if (random.nextInt(3) > 0) {
                requirements.add(
                        new Requirement(UUID.randomUUID(), post.id(), qualification, from, until(from), known, null));
            } else {
                Instant corrected = instant(known);
                LocalDate other = day();
                requirements.add(new Requirement(
                        UUID.randomUUID(), post.id(), qualification, from, until(from), known, corrected));
                requirements.add(new Requirement(
                        UUID.randomUUID(), post.id(), qualification, other, until(other), corrected, null));
            }
        }
    }

    /** From a day on; perhaps corrected again and again: left, left earlier after all, not left at all. */
    private void appoint(Post post) {
        LocalDate from = day();
        Instant known = instant();
        for (int more = random.nextInt(3); more > 0; more--) {
            Instant corrected = instant(known);
            appointments.add(new Appointment(
                    UUID.randomUUID(), post.id(), pick(KINDS_OF_WORKERS), from, until(from), known, corrected));
            known = corrected;
            from = random.nextInt(3) == 0 ? day() : from;
        }
        boolean taken = appointments.stream()
                .anyMatch(a -> a.post().equals(post.id()) && a.until() == null && a.knownUntil() == null);
        LocalDate until = until(from);
        appointments.add(new Appointment(
                UUID.randomUUID(),
                post.id(),
                pick(KINDS_OF_WORKERS),
                from,
                taken && until == null ? from.plusDays(9) : until,
                known,
                null));
    }

    private void certify() {
        LocalDate from = day();
        LocalDate to = from.plusDays(random.nextInt(random.nextBoolean() ? 100 : 400));
        LocalDate review = random.nextInt(3) == 0 ? from.plusDays(random.nextInt(60)) : null;
        Certificate certificate = new Certificate(
                UUID.randomUUID(),
                asked(),
                random.nextBoolean() ? "order-30-operator" : "order-44-manager",
                from,
                to,
                review,
                instant());
        certificates.add(certificate);
        for (int i = 0; i < random.nextInt(5); i++) {
            // Ends are rarer than what comes and goes.
            String kind = KINDS.get(random.nextInt(random.nextInt(3) == 0 ? KINDS.size() : 4));
            LocalDate due = kind.equals("REVIEWED") && random.nextInt(3) > 0 ? day() : null;
            // Some on the same day, some recorded at the same instant: what was recorded later stands, then the number.
            LocalDate day =
                    random.nextInt(3) == 0 && !events.isEmpty() ? pick(events).day() : day();
            Instant recorded =
                    random.nextInt(4) == 0 && !events.isEmpty() ? pick(events).recordedAt() : instant();
            events.add(new Event(certificate.id(), kind, day, due, recorded));
        }
    }

    /** More often than not one that is required. */
    private String asked() {
        return random.nextInt(4) == 0
                ? pick(QUALIFICATIONS)
                : pick(requirements).qualification();
    }

    private LocalDate day() {
        return base.plusDays(random.nextInt(DAYS));
    }

    private LocalDate until(LocalDate from) {
        return random.nextInt(3) == 0 ? null : from.plusDays(1 + random.nextInt(80));
    }

    Instant instant() {
        return base.plusDays(random.nextInt(DAYS))
                .atStartOfDay(OfficialClock.ZONE)
                .toInstant()
                .plusSeconds(random.nextInt(3) * 3600L);
    }

    private Instant instant(Instant after) {
        return after.plusSeconds(1 + random.nextInt(20 * 86_400));
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
