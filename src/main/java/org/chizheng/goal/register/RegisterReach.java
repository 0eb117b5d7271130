package org.chizheng.goal.register;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;

/** Which registers an account sees and keeps: a regulator those of the own region and below. */
@RequestScoped
public class RegisterReach {
    private final CurrentUser user;

    public RegisterReach(CurrentUser user) {
        this.user = user;
    }

    /** @throws Refused NOT_FOUND if there is no such register */
    Register register(String path) {
        return Register.of(path).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    boolean reaches(String region) {
        return user.reachesRegion(region, Roles.REGULATOR);
    }

    /** The regions that the account was given; empty text for all. */
    List<String> regions() {
        return user.regions(Roles.REGULATOR);
    }

    /** @throws Refused NOT_FOUND for somebody of another region */
    Member mustReach(Member member) {
        if (!reaches(member.facts().region())) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return member;
    }

    Enlisting.Hand hand() {
        return new Enlisting.Hand(user.principal(), this::reaches);
    }
}
