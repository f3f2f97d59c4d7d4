package com.gloebit.simulator;

import java.util.Set;

/** The chosen readings of what is not published. */
record OpenBehaviours(Set<OpenBehaviour> chosen) {
    OpenBehaviours {
        chosen = Set.copyOf(chosen);
    }

    boolean has(OpenBehaviour behaviour) {
        return chosen.contains(behaviour);
    }
}
