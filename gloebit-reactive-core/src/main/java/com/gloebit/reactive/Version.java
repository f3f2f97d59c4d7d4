package com.gloebit.reactive;

/** What the client calls itself. A test holds it against the build's version. */
final class Version {
    static final String NUMBER = "0.1.0-SNAPSHOT";

    static final String USER_AGENT = "gloebit-reactive/" + NUMBER;

    private Version() {}
}
