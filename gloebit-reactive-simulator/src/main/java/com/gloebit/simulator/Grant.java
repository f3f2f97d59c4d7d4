package com.gloebit.simulator;

import java.util.Set;

/** What a user allowed an application to do. */
record Grant(String applicationKey, String userName, Set<Scope> scopes) {
    boolean has(Scope scope) {
        return scopes.contains(scope);
    }
}
