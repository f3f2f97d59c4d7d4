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
        return body.startsWith("{") && body.endsWith("}") && (isSuccess(body) || isRefusal(body));
    }

    /** Whether a usable answer says that it was done. */
    static boolean isAcceptance(int status, String body) {
        return status == 200 && isSuccess(body);
    }

    private static boolean isSuccess(String body) {
        return first(SUCCESS, body).equals("true");
    }

    private static boolean isRefusal(String body) {
        if (!first(SUCCESS, body).equals("false")) {
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
