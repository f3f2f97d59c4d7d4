package com.gloebit.reactive.wire.support;

/** What a run is asked for by system properties. What is no number fails: the usual number would pass for it unnoticed. */
public final class RunParameters {
    private RunParameters() {}

    public static long number(String property, long usual) {
        String asked = System.getProperty(property);
        try {
            return asked == null ? usual : Long.parseLong(asked);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-D" + property + " is " + asked + "; a whole number is needed", e);
        }
    }

    public static long count(String property, long usual) {
        long asked = number(property, usual);
        if (asked < 1) {
            throw new IllegalArgumentException("-D" + property + " is " + asked + "; 1 or more is needed");
        }
        return asked;
    }
}
