package com.gloebit.simulator.internal.oauth;

import java.util.Set;

/** What a user allowed an application to do. */
public record Grant(String applicationKey, String userName, Set<Scope> scopes) {
    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }
}
