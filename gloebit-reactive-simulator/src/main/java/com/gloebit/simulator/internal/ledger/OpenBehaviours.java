package com.gloebit.simulator.internal.ledger;

import com.gloebit.simulator.OpenBehaviour;
import java.util.Set;

/** The chosen alternatives for questions that Gloebit's documentation leaves open. */
public record OpenBehaviours(Set<OpenBehaviour> chosen) {
    public OpenBehaviours {
        chosen = Set.copyOf(chosen);
    }

    public boolean has(OpenBehaviour behaviour) {
        return chosen.contains(behaviour);
    }
}
