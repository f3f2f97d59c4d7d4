package com.gloebit.simulator;

import java.net.URI;
import java.util.Optional;

/** What an authorization code stands for, and the token it was exchanged for. */
final class AuthorizationCode {
    private final Grant grant;
    private final String scopeText;
    private final URI redirectUri;
    private final boolean reuseToken;
    private Optional<String> token = Optional.empty();

    AuthorizationCode(Grant grant, String scopeText, URI redirectUri, boolean reuseToken) {
        this.grant = grant;
        this.scopeText = scopeText;
        this.redirectUri = redirectUri;
        this.reuseToken = reuseToken;
    }

    Grant grant() {
        return grant;
    }

    /** The scope in the words of the authorize request. */
    String scopeText() {
        return scopeText;
    }

    URI redirectUri() {
        return redirectUri;
    }

    boolean reuseToken() {
        return reuseToken;
    }

    synchronized Optional<String> token() {
        return token;
    }

    synchronized void exchangedFor(String issued) {
        token = Optional.of(issued);
    }
}
