package com.gloebit.reactive.internal.endpoint;

import com.gloebit.reactive.authorization.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scope that came with a token: RFC 6749 lets a server grant less than was asked for. */
public final class GrantedScopes {
    private GrantedScopes() {}

    /** What was granted; what was asked for, if the answer does not say. A scope we do not know is no scope we need. */
    public static Set<Scope> of(@Nullable String granted, Set<Scope> asked) {
        List<String> words = granted == null ? List.of() : List.of(granted.split("[ ,]+"));
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : Scope.values()) {
            if (words.contains(scope.text())) {
                scopes.add(scope);
            }
        }
        return scopes.isEmpty() ? asked : scopes;
    }
}
