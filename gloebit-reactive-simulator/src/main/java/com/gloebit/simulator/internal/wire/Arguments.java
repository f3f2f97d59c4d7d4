package com.gloebit.simulator.internal.wire;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Checks of arguments of the public API. Each message names the argument, its value and the allowed values. */
public final class Arguments {
    private Arguments() {}

    public static String notBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank; some text is needed");
        }
        return value;
    }

    public static URI absolute(String name, URI value) {
        if (!value.isAbsolute() || value.getHost() == null) {
            throw new IllegalArgumentException(name + " holds " + value + "; an absolute URI with a host is needed");
        }
        return value;
    }

    /** Requires an address of the service. The message omits path and query, which may contain secrets. */
    public static URI loopback(String name, URI value, URI base) {
        if (!Loopback.hosts(value)
                || value.getPort() != base.getPort()
                || !base.getScheme().equalsIgnoreCase(value.getScheme())) {
            throw new IllegalArgumentException(name + " leads to " + value.getScheme() + "://" + value.getRawAuthority()
                    + "; an address that begins with " + base + " is needed");
        }
        return value;
    }

    public static BigDecimal notNegative(String name, BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(name + " is " + value + "; 0 or more is needed");
        }
        return Amounts.normal(value);
    }

    public static BigDecimal positive(String name, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(name + " is " + value + "; more than 0 is needed");
        }
        return Amounts.normal(value);
    }

    public static Duration notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " is " + value + "; 0 or more is needed");
        }
        return value;
    }

    public static Duration positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " is " + value + "; more than 0 is needed");
        }
        return value;
    }

    public static Duration wholeSeconds(String name, Duration value) {
        if (value.isNegative() || !value.truncatedTo(ChronoUnit.SECONDS).equals(value)) {
            throw new IllegalArgumentException(name + " is " + value + "; whole seconds are needed, 0 or more");
        }
        return value;
    }

    public static int positive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " is " + value + "; 1 or more is needed");
        }
        return value;
    }
}
