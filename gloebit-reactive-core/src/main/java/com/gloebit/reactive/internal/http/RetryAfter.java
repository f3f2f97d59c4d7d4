package com.gloebit.reactive.internal.http;

import io.netty.handler.codec.DateFormatter;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header of RFC 9110, 10.2.3: seconds or a date. */
final class RetryAfter {
    private static final Duration MAX = Duration.ofDays(1);

    private RetryAfter() {}

    /** Returns null if the header is missing or cannot be parsed. */
    static @Nullable Duration parse(@Nullable String value, Instant now) {
        if (value == null || value.isEmpty() || value.length() > 64) {
            return null;
        }
        return bounded(value.chars().allMatch(c -> c >= '0' && c <= '9') ? seconds(value) : until(value, now));
    }

    private static Duration seconds(String digits) {
        return digits.length() > 9 ? MAX : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static @Nullable Duration until(String value, Instant now) {
        Date date = DateFormatter.parseHttpDate(value);
        return date == null ? null : Duration.between(now, date.toInstant());
    }

    private static @Nullable Duration bounded(@Nullable Duration wait) {
        if (wait == null || wait.isNegative()) {
            return wait == null ? null : Duration.ZERO;
        }
        return wait.compareTo(MAX) > 0 ? MAX : wait;
    }
}
