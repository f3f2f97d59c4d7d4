package com.gloebit.reactive.authorization;

import com.gloebit.reactive.internal.Arguments;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user allows the application to do. Source: contract of the authorization service, {@code scope}. */
public enum Scope {
    /** Who the user is. */
    USER("user"),
    /** An older name of {@link #USER}. */
    ID("id"),
    /** An older name of {@link #USER}. */
    IDENTITY("identity"),
    /** The user's characters. */
    CHARACTER("character"),
    /** Products and items of the user and of the user's characters. */
    INVENTORY("inventory"),
    /** How many gloebits the user has. */
    BALANCE("balance"),
    /** To move the user's gloebits. */
    TRANSACT("transact");

    private static final Set<Scope> NAMES_OF_USER = Set.of(USER, ID, IDENTITY);

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /**
     * The scope as it travels.
     *
     * @return one word
     */
    public String text() {
        return text;
    }

    /**
     * Whether a grant of these scopes allows what this one stands for. {@code user}, {@code id} and {@code identity}
     * allow the same.
     *
     * @param granted what the user allowed
     * @return true if it does
     */
    public boolean isAllowedBy(Collection<Scope> granted) {
        return granted.contains(this)
                || (NAMES_OF_USER.contains(this) && !Collections.disjoint(granted, NAMES_OF_USER));
    }

    /**
     * Reads scopes from their wire form.
     *
     * @param text names separated by spaces
     * @return the scopes in their declared order
     * @throws IllegalArgumentException if a name is not known, or there is none
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
     * The wire form of several scopes.
     *
     * @param scopes what to write
     * @return their names in the declared order, separated by one space
     */
    public static String format(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }
}
