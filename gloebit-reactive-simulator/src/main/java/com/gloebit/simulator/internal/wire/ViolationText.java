package com.gloebit.simulator.internal.wire;

import java.util.regex.Pattern;

/** Names that a client made up, for the text of a violation. */
public final class ViolationText {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_./-]{1,60}");

    private ViolationText() {}

    public static String quoted(String name) {
        return NAME.matcher(name).matches() ? "\"" + name + "\"" : "one with odd characters or length";
    }
}
