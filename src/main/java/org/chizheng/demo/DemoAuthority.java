package org.chizheng.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.centre.Centres;
import org.chizheng.centre.Equipping;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Showcase;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Accounting;
import org.chizheng.people.Accounts;
import org.chizheng.people.Grant;
import org.chizheng.people.Identifying;
import org.chizheng.people.Person;
import org.chizheng.people.Registering;
import org.chizheng.people.Roles;
import org.chizheng.people.rule.CitizenId;
import org.chizheng.session.CheckingIn;
import org.chizheng.session.Enrolling;
import org.chizheng.session.Opening;
import org.chizheng.session.Scheduling;
import org.chizheng.session.Sessions;
import org.chizheng.training.Source;
import org.chizheng.workforce.Appointing;
import org.chizheng.workforce.Enterprises;
import org.chizheng.workforce.Founding;

/** Two centres, an enterprise with people on post, one account per role (two officers: severe acts take two; three assessors), a session that can be sat now and a practical that can be assessed now. Names and numbers are made up. */
@ApplicationScoped
public class DemoAuthority implements Showcase {
    static final String PASSWORD = "chizheng-demo";
    static final String QUALIFICATION = "principal-hazchem-production";
    private static final String ENTERPRISE = "91320100MA12345696";
    private static final String ADMINISTRATOR = "演示管理员";
    private static final String CANDIDATE = "演示考生甲";
    private static final List<Account> ACCOUNTS = List.of(
            new Account("admin", Roles.ADMINISTRATOR),
            new Account("author", Roles.AUTHOR),
            new Account("reviewer", Roles.REVIEWER),
            new Account("centre", Roles.CENTRE_MANAGER),
            new Account("invigilator", Roles.INVIGILATOR),
            new Account("assessor", Roles.ASSESSOR),
            new Account("assessor2", Roles.ASSESSOR),
            new Account("assessor3", Roles.ASSESSOR),
            new Account("officer", Roles.CERTIFICATE_OFFICER),
            new Account("officer2", Roles.CERTIFICATE_OFFICER),
            new Account("employer", Roles.EMPLOYER),
            new Account("regulator", Roles.REGULATOR),
            new Account("candidate", Roles.CANDIDATE));
    private final Accounts accounts;
    private final Accounting accounting;
    private final Equipping equipping;
    private final Centres centres;
    private final Furnishing furnishing;
    private final Enterprises enterprises;
    private final Founding founding;
    private final Appointing appointing;
    private final Registering registering;
    private final Identifying identifying;
    private final Scheduling scheduling;
    private final Enrolling enrolling;
    private final Opening opening;
    private final CheckingIn checkingIn;
    private final Sessions sessions;
    private final DemoPractical practical;
    private final DemoApplication application;
    private final OfficialClock clock;
    private final ChizhengConfig config;
    private volatile String ticket = "";

    public DemoAuthority(
            Accounts accounts,
            Accounting accounting,
            Equipping equipping,
            Centres centres,
            Furnishing furnishing,
            Enterprises enterprises,
            Founding founding,
            Appointing appointing,
            Registering registering,
            Identifying identifying,
            Scheduling scheduling,
            Enrolling enrolling,
            Opening opening,
            CheckingIn checkingIn,
            Sessions sessions,
            DemoPractical practical,
            DemoApplication application,
            OfficialClock clock,
            ChizhengConfig config) {
        this.accounts = accounts;
        this.accounting = accounting;
        this.equipping = equipping;
        this.centres = centres;
        this.furnishing = furnishing;
        this.enterprises = enterprises;
        this.founding = founding;
        this.appointing = appointing;
        this.registering = registering;
        this.identifying = identifying;
        this.scheduling = scheduling;
        this.enrolling = enrolling;
        this.opening = opening;
        this.checkingIn = checkingIn;
        this.sessions = sessions;
        this.practical = practical;
        this.application = application;
        this.clock = clock;
        this.config = config;
    }

    /** Whether the demo's administrator is in this database. */
    boolean isMade() {
        return accounts.find("admin")
                .filter(account -> account.zh().equals(ADMINISTRATOR))
                .isPresent();
    }

    /** Makes what is not there yet; each start opens a fresh session for the demo candidate, so that one can always be sat now. */
    @SuppressWarnings("SystemOut")
    @Transactional
    public void ensure() {
        if (!isMade()) {
            make();
        }
        UUID centre = centres.all().get(0).id();
        enterprises.search("", ENTERPRISE).stream()
                .findFirst()
                .ifPresent(e -> furnishing.furnish(centre, Source.enterprise(e.id())));
        moreAssessors(centre);
        practical.ensure(centre);
        UUID room = centres.rooms(centre).get(0).id();
        UUID session = scheduling.schedule(room, QUALIFICATION, clock.now());
        ticket = enrolling.enrol(session, CANDIDATE, idNumber(1), null);
        opening.openCheckIn(session, "demo");
        checkingIn.checkIn(session, sessions.byTicket(ticket).orElseThrow().id());
        opening.start(session);
        System.out.println(greeting());
    }

    private String greeting() {
        return """

                Chizheng demo: %1$s
                  Sit the exam:  %1$s/exam   ticket %2$s   document number %3$s
                  Accounts:      %1$s/sign-in   password %4$s
                                 %5$s
                  Or see it work: bin/journey --base %1$s
                """.formatted(
                        config.publicUrl(),
                        ticket,
                        idNumber(1),
                        PASSWORD,
                        ACCOUNTS.stream().map(Account::username).collect(java.util.stream.Collectors.joining(", ")));
    }

    @Override
    public Optional<Tour> tour() {
        return config.demo() ? Optional.of(new Tour(ACCOUNTS, PASSWORD, ticket, idNumber(1))) : Optional.empty();
    }

    private void make() {
        UUID first = equipping.centre("3201-01", "南京演示考试点", "Nanjing demo centre", "320115");
        equipping.room(first, "101", 30);
        equipping.room(first, "102", 30);
        equipping.room(equipping.centre("3205-01", "苏州演示考试点", "Suzhou demo centre", "320583"), "201", 50);
        LocalDate from = clock.today().minusYears(1);
        UUID enterprise = founding.enterprise(ENTERPRISE, "江宁演示化工有限公司", "320115", true);
        UUID principal = founding.post(enterprise, "总经理（演示）", QUALIFICATION, from);
        UUID manager = founding.post(enterprise, "安全总监（演示）", "manager-hazchem-production", from);
        appointing.appoint(principal, CANDIDATE, idNumber(1), from);
        appointing.appoint(principal, "演示考生乙", idNumber(2), from);
        appointing.appoint(manager, "演示考生丙", idNumber(3), from);
        makeAccounts(first, enterprise);
    }

    private void makeAccounts(UUID centre, UUID enterprise) {
        Map<String, List<String>> regional = Map.of(
                "admin", List.of(Roles.ADMINISTRATOR, ADMINISTRATOR, "Demo administrator"),
                "author", List.of(Roles.AUTHOR, "演示命题员", "Demo author"),
                "reviewer", List.of(Roles.REVIEWER, "演示审题员", "Demo reviewer"),
                "officer", List.of(Roles.CERTIFICATE_OFFICER, "演示发证员", "Demo certificate officer"),
                "officer2", List.of(Roles.CERTIFICATE_OFFICER, "演示发证复核员", "Second demo certificate officer"),
                "regulator", List.of(Roles.REGULATOR, "演示监管员", "Demo regulator"));
        regional.forEach((name, words) -> account(name, words, new Grant(words.get(0), "32", null, null), null));
        Map<String, List<String>> local = Map.of(
                "centre", List.of(Roles.CENTRE_MANAGER, "演示考点负责人", "Demo centre manager"),
                "invigilator", List.of(Roles.INVIGILATOR, "演示监考员", "Demo invigilator"),
                "assessor", List.of(Roles.ASSESSOR, "演示考评员", "Demo assessor"));
        local.forEach((name, words) ->
                account(name, words, new Grant(words.get(0), null, centre, null), furnishing.person(name)));
        List<String> employer = List.of(Roles.EMPLOYER, "演示企业用户", "Demo employer");
        account("employer", employer, new Grant(Roles.EMPLOYER, null, null, enterprise), null);
        Person candidate = registering.register(CANDIDATE, idNumber(1));
        identifying.keepPhoto(candidate.id(), MadeUpPortrait.draw(1));
        account(
                "candidate",
                List.of(Roles.CANDIDATE, CANDIDATE, CANDIDATE),
                new Grant(Roles.CANDIDATE, null, null, null),
                candidate.id());
        application.make(candidate.id());
    }

    /** Two mark each practical, a third is called where they differ; a demo of before may lack them. */
    private void moreAssessors(UUID centre) {
        Map<String, List<String>> more = Map.of(
                "assessor2", List.of(Roles.ASSESSOR, "演示考评员乙", "Second demo assessor"),
                "assessor3", List.of(Roles.ASSESSOR, "演示考评员丙", "Third demo assessor"));
        more.forEach((name, words) -> {
            if (accounts.search(name).stream()
                    .noneMatch(known -> known.username().equals(name))) {
                account(name, words, new Grant(words.get(0), null, centre, null), furnishing.person(name));
            }
        });
    }

    private void account(String name, List<String> words, Grant grant, UUID person) {
        accounting.grant(accounting.open(name, PASSWORD, words.get(1), words.get(2), person), grant);
    }

    /** Made-up numbers with valid check characters. */
    static String idNumber(int serial) {
        String first17 = "32010019900101%03d".formatted(serial * 2 - 1);
        return first17 + CitizenId.checkCharacter(first17);
    }
}
