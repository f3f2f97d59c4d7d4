package com.gloebit.simulator;

import java.util.regex.Pattern;

/** Names that a client made up, for the text of a violation. */
final class ViolationText {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_./-]{1,60}");

    private ViolationText() {}

    static String quoted(String name) {
        return NAME.matcher(name).matches() ? "\"" + name + "\"" : "one with odd characters or length";
    }
}
