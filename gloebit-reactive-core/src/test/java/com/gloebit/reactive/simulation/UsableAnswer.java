package com.gloebit.reactive.simulation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which answers to a purchase decide about the request that they answer, by the contract's table; read here a second time,
 * and by other means.
 */
final class UsableAnswer {
    private static final Pattern SUCCESS = Pattern.compile("\"success\":(true|false)");
    private static final Pattern STATUS = Pattern.compile("\"status\":\"([^\"]*)\"");
    private static final Pattern REASON = Pattern.compile("\"reason\":\"([^\"]*)\"");

    private UsableAnswer() {}

    /** A 4xx says that nothing was done; only 408 and 409 leave that open. */
    static boolean is(int status, String body) {
        if (status != 200) {
            return status >= 400 && status < 500 && status != 408 && status != 409;
        }
        String success = first(SUCCESS, body);
        return body.startsWith("{") && body.endsWith("}") && (success.equals("true") || isRefusal(success, body));
    }

    private static boolean isRefusal(String success, String body) {
        if (!success.equals("false")) {
            return false;
        }
        String reason = first(REASON, body);
        return switch (first(STATUS, body)) {
            case "queued" -> reason.equals("insufficient balance");
            case "queuing-failed", "failed" -> false;
            case "" -> !reason.equals("canceled") && !reason.equals("pending");
            default -> true;
        };
    }

    private static String first(Pattern member, String body) {
        Matcher found = member.matcher(body);
        return found.find() ? found.group(1) : "";
    }
}
