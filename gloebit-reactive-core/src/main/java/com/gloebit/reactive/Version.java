package com.gloebit.reactive;

/** The client's name and version for the user agent. A test compares the version with the build's. */
final class Version {
    static final String NUMBER = "0.1.0-SNAPSHOT";

    static final String USER_AGENT = "gloebit-reactive/" + NUMBER;

    private Version() {}
}
