package com.gloebit.reactive.internal.subject;

import com.gloebit.reactive.authorization.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scopes that a token was granted. RFC 6749 allows a server to grant fewer than requested. */
public final class GrantedScopes {
    private GrantedScopes() {}

    /**
     * Returns the granted scopes, or the requested ones if the answer does not name any. Unknown scopes are ignored,
     * because no endpoint needs them.
     */
    public static Set<Scope> of(@Nullable String granted, Set<Scope> requested) {
        List<String> words = granted == null ? List.of() : List.of(granted.split("[ ,]+"));
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : Scope.values()) {
            if (words.contains(scope.text())) {
                scopes.add(scope);
            }
        }
        return scopes.isEmpty() ? requested : scopes;
    }
}
