package com.gloebit.simulator.internal.oauth;

import java.util.Set;

/** The rights that a user granted to an application. */
public record Grant(String applicationKey, String userName, Set<Scope> scopes) {
    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }
}
