package com.gloebit.reactive.authorization;

import com.gloebit.reactive.internal.Arguments;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The permissions that a user can grant to the application. Source: the parameter {@code scope} of {@code /oauth2/authorize}. */
public enum Scope {
    /** The user's identity. */
    USER("user"),
    /** An older name of {@link #USER}. */
    ID("id"),
    /** An older name of {@link #USER}. */
    IDENTITY("identity"),
    /** The user's characters. */
    CHARACTER("character"),
    /** Products and items of the user and of the user's characters. */
    INVENTORY("inventory"),
    /** The user's balance in gloebits. */
    BALANCE("balance"),
    /** Payments with the user's gloebits. */
    TRANSACT("transact");

    private static final Set<Scope> NAMES_OF_USER = Set.of(USER, ID, IDENTITY);

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /**
     * The name of the scope in requests and answers.
     *
     * @return one word
     */
    public String text() {
        return text;
    }

    /**
     * Returns whether granted scopes include this one. {@code user}, {@code id} and {@code identity} are equivalent.
     *
     * @param granted the scopes that the user granted
     * @return true if they include this scope or an equivalent one
     */
    public boolean isAllowedBy(Collection<Scope> granted) {
        return granted.contains(this)
                || (NAMES_OF_USER.contains(this) && !Collections.disjoint(granted, NAMES_OF_USER));
    }

    /**
     * Parses the wire form of scopes.
     *
     * @param text names separated by spaces
     * @return the scopes in their declared order
     * @throws IllegalArgumentException if a name is unknown, or there is none
     */
    public static Set<Scope> parse(String text) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : Arguments.text("scope", text, 200).trim().split(" +")) {
            scopes.add(of(word));
        }
        return Collections.unmodifiableSet(scopes);
    }

    private static Scope of(String word) {
        for (Scope scope : values()) {
            if (scope.text.equals(word)) {
                return scope;
            }
        }
        throw new IllegalArgumentException(
                "scope \"" + word + "\" is not known; allowed are: " + format(Set.of(values())));
    }

    /**
     * Returns the wire form of scopes.
     *
     * @param scopes the scopes
     * @return their names in the declared order, separated by one space
     */
    public static String format(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }
}
