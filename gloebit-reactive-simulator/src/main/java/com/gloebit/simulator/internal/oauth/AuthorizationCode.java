package com.gloebit.simulator.internal.oauth;

import java.net.URI;
import java.util.Optional;

/** An authorization code's grant, and the token that the code was exchanged for. */
public final class AuthorizationCode {
    private final Grant grant;
    private final String scopeText;
    private final URI redirectUri;
    private final boolean reuseToken;
    private Optional<String> token = Optional.empty();

    public AuthorizationCode(Grant grant, String scopeText, URI redirectUri, boolean reuseToken) {
        this.grant = grant;
        this.scopeText = scopeText;
        this.redirectUri = redirectUri;
        this.reuseToken = reuseToken;
    }

    public Grant grant() {
        return grant;
    }

    /** The scope as the authorize request spelled it. */
    public String scopeText() {
        return scopeText;
    }

    public URI redirectUri() {
        return redirectUri;
    }

    public boolean reuseToken() {
        return reuseToken;
    }

    public synchronized Optional<String> token() {
        return token;
    }

    public synchronized void exchangedFor(String issued) {
        token = Optional.of(issued);
    }
}
