package org.chizheng.application;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.people.IdForm;
import org.chizheng.people.Registering;

/** Registers a person at the counter, where new, and applies for them; both or neither. */
@ApplicationScoped
public class CounterApplying {
    private final Registering registering;
    private final Applying applying;

    public CounterApplying(Registering registering, Applying applying) {
        this.registering = registering;
        this.applying = applying;
    }

    @Transactional
    public UUID apply(String name, IdForm document, ApplyForm form, String by) {
        UUID person = registering.register(name, document).id();
        return applying.apply(person, form, new Applying.Sender("COUNTER", null, by));
    }
}
