package com.gloebit.simulator.internal.oauth;

import com.gloebit.simulator.internal.wire.RandomSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens, authorization codes and logins. None expires by time. */
public final class Authorizations {
    private final RandomSource random;
    private final Map<String, Grant> tokens = new ConcurrentHashMap<>();
    private final Map<String, AuthorizationCode> codes = new ConcurrentHashMap<>();
    private final Map<String, String> logins = new ConcurrentHashMap<>();

    public Authorizations(RandomSource random) {
        this.random = random;
    }

    public String issue(Grant grant) {
        String token = random.text();
        tokens.put(token, grant);
        return token;
    }

    public boolean revoke(String token) {
        return tokens.remove(token) != null;
    }

    Optional<Grant> grantOf(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    /** Stores a login for the approval that follows. */
    public String login(String userName) {
        String login = random.text();
        logins.put(login, userName);
        return login;
    }

    /** Ends a login and returns its user name. */
    public Optional<String> endLogin(String login) {
        return Optional.ofNullable(logins.remove(login));
    }

    public String issueCode(AuthorizationCode authorization) {
        String code = random.text();
        codes.put(code, authorization);
        return code;
    }

    public Optional<AuthorizationCode> code(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    public boolean hasToken(Grant grant) {
        return tokens.containsValue(grant);
    }

    /**
     * Exchanges a code for a token, once.
     *
     * @return empty if the code was exchanged before
     */
    public synchronized Optional<String> exchange(AuthorizationCode code) {
        if (code.token().isPresent()) {
            return Optional.empty();
        }
        String token = approve(code.grant(), code.reuseToken());
        code.exchangedFor(token);
        return Optional.of(token);
    }

    /** Returns the token of an approved grant: the existing one, or a new one. */
    public synchronized String approve(Grant grant, boolean reuse) {
        return reuse ? existing(grant).orElseGet(() -> issue(grant)) : fresh(grant);
    }

    public synchronized void revokeTokenOf(AuthorizationCode code) {
        code.token().ifPresent(this::revoke);
    }

    public Collection<String> secrets() {
        List<String> secrets = new ArrayList<>(tokens.keySet());
        secrets.addAll(codes.keySet());
        secrets.addAll(logins.keySet());
        return secrets;
    }

    /** Issues a token. A forced approval revokes the user's earlier tokens for the application. */
    private String fresh(Grant grant) {
        tokens.values()
                .removeIf(other -> other.applicationKey().equals(grant.applicationKey())
                        && other.userName().equals(grant.userName()));
        return issue(grant);
    }

    private Optional<String> existing(Grant grant) {
        return tokens.entrySet().stream()
                .filter(entry -> entry.getValue().equals(grant))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
