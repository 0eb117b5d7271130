package org.chizheng.training;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;

/** Whose trainings an account sees and records: administrators and regulators those of their region, an employer those by the own enterprise. */
@RequestScoped
public class TrainingReach {
    private static final String[] READERS = {Roles.ADMINISTRATOR, Roles.REGULATOR, Roles.EMPLOYER};
    private static final String[] KEEPERS = {Roles.ADMINISTRATOR, Roles.EMPLOYER};
    private final Providers providers;
    private final Enterprises enterprises;
    private final CurrentUser user;

    public TrainingReach(Providers providers, Enterprises enterprises, CurrentUser user) {
        this.providers = providers;
        this.enterprises = enterprises;
        this.user = user;
    }

    /** Who trained, by name; by: providers or enterprises; keeps: whether the account may record. */
    public record Desk(String by, UUID id, String name, boolean keeps) {
        Source source() {
            return "providers".equals(by) ? Source.provider(id) : Source.enterprise(id);
        }
    }

    /** @throws Refused NOT_FOUND if there is none, or it is out of reach */
    Desk read(String by, UUID id) {
        return switch (by) {
            case "providers" ->
                providers
                        .find(id)
                        .filter(p -> user.reachesRegion(p.region(), READERS))
                        .map(p -> new Desk(by, id, p.name(), user.reachesRegion(p.region(), Roles.ADMINISTRATOR)))
                        .orElseThrow(TrainingReach::none);
            case "enterprises" ->
                enterprises
                        .find(id)
                        .filter(e -> user.reachesEnterprise(id, e.region(), READERS))
                        .map(this::of)
                        .orElseThrow(TrainingReach::none);
            default -> throw none();
        };
    }

    private Desk of(EnterpriseView e) {
        return new Desk("enterprises", e.id(), e.name(), user.reachesEnterprise(e.id(), e.region(), KEEPERS));
    }

    /** @throws Refused NOT_FOUND, too, for those who may only read */
    Desk keep(String by, UUID id) {
        Desk desk = read(by, id);
        if (!desk.keeps()) {
            throw none();
        }
        return desk;
    }

    private static Refused none() {
        return new Refused(CommonRefusal.NOT_FOUND);
    }
}
