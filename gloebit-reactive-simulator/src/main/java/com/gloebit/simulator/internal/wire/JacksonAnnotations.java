package com.gloebit.simulator.internal.wire;

import java.util.Optional;

/**
 * Checks the version of Jackson's annotations. Jackson 3 uses the annotations of Jackson 2, of which the class path may
 * have an older version. Jackson's classes cannot be loaded with it, and every request would end with a closed
 * connection.
 */
public final class JacksonAnnotations {
    static final String NEEDED = "2.22";

    private JacksonAnnotations() {}

    public static void require() {
        try {
            Json.text(Json.object());
        } catch (LinkageError unusable) {
            throw new IllegalStateException(
                    "the version of jackson-annotations is " + given() + "; the simulator's Jackson 3 needs " + NEEDED
                            + " or newer. Name com.fasterxml.jackson.core:jackson-annotations:" + NEEDED
                            + " in your dependency management: Spring Boot 3, for example, chooses an older one, and its"
                            + " Jackson 2 works with the newer",
                    unusable);
        }
    }

    private static String given() {
        try {
            return Optional.ofNullable(Class.forName("com.fasterxml.jackson.annotation.JsonProperty")
                            .getPackage()
                            .getImplementationVersion())
                    .orElse("unknown");
        } catch (ClassNotFoundException none) {
            return "none";
        }
    }
}
