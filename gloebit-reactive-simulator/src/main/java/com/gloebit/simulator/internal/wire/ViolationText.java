package com.gloebit.simulator.internal.wire;

import java.util.regex.Pattern;

/** Quotes a client's unknown names in violations. */
public final class ViolationText {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_./-]{1,60}");

    private ViolationText() {}

    public static String quoted(String name) {
        return NAME.matcher(name).matches() ? "\"" + name + "\"" : "a name with unusual characters or length";
    }
}
