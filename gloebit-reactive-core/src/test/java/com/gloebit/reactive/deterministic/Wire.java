package com.gloebit.reactive.deterministic;

import com.gloebit.reactive.internal.answer.Answer;
import com.gloebit.reactive.internal.endpoint.Call;
import com.gloebit.reactive.internal.endpoint.CallFamily;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The requests of all purchases as the network sees them, and whether a usable answer came. Knows nothing of the client. */
final class Wire {
    private static final Pattern SUCCESS = Pattern.compile("\"success\":(true|false)");
    private static final Pattern STATUS = Pattern.compile("\"status\":\"([^\"]*)\"");
    private static final Pattern REASON = Pattern.compile("\"reason\":\"([^\"]*)\"");

    private final World world;
    private final Map<String, List<Exchange>> byId = new HashMap<>();

    Wire(World world) {
        this.world = world;
    }

    /** A request of a purchase that left a node. */
    static final class Exchange {
        final Object life;
        final byte[] body;
        final long sentAt;
        final int topUps;
        boolean answered;
        boolean refused;

        /** When the sender gave up, or got an unusable answer. */
        long endedAt = Long.MAX_VALUE;

        Exchange(Object life, byte[] body, long sentAt, int topUps) {
            this.life = life;
            this.body = body;
            this.sentAt = sentAt;
            this.topUps = topUps;
        }
    }

    /** Returns null if the call is no purchase. */
    @Nullable
    Exchange send(Object life, Call<?, ?> call) {
        byte[] body = call.body();
        if (call.endpoint().family() != CallFamily.TRANSACTION || body == null || call.transactionId() == null) {
            return null;
        }
        String id = call.transactionId().value();
        Exchange exchange = new Exchange(life, body, world.clockwork.now(), world.judge.topUpsOf(id));
        List<Exchange> known = byId.computeIfAbsent(id, unused -> new ArrayList<>());
        if (world.setting.holds() && !known.isEmpty() && !Arrays.equals(known.get(0).body, body)) {
            world.fail("a second body was sent under " + id);
        }
        known.add(exchange);
        return exchange;
    }

    void answered(Exchange exchange, Answer answer) {
        String body = new String(answer.body(), 0, answer.length(), StandardCharsets.UTF_8);
        exchange.answered = isUsable(answer.status(), body);
        exchange.refused = exchange.answered && !(answer.status() == 200 && isSuccess(body));
        exchange.endedAt = world.clockwork.now();
    }

    void givenUp(Exchange exchange) {
        if (exchange.endedAt == Long.MAX_VALUE) {
            exchange.endedAt = world.clockwork.now();
        }
    }

    List<Exchange> of(String id) {
        return byId.getOrDefault(id, List.of());
    }

    /** How often the payer had been given gloebits when the first request left. */
    int topUpsWhenSent(String id) {
        List<Exchange> all = of(id);
        return all.isEmpty() ? Integer.MAX_VALUE : all.get(0).topUps;
    }

    int sent(String id) {
        return of(id).size();
    }

    /** Whether a request got no usable answer, so that it can still be carried out. */
    boolean isUnanswered(String id) {
        return of(id).stream().anyMatch(exchange -> !exchange.answered);
    }

    /** Whether the last answered request was sent so long after the end of the last unanswered one. */
    boolean isAnsweredAfter(String id, long nanos) {
        long lastUnanswered = of(id).stream()
                .filter(exchange -> !exchange.answered)
                .mapToLong(exchange -> exchange.endedAt)
                .max()
                .orElse(Long.MAX_VALUE);
        return lastUnanswered != Long.MAX_VALUE
                && of(id).stream().anyMatch(exchange -> exchange.refused && exchange.sentAt - lastUnanswered >= nanos);
    }

    /** Whether another process sent a request that was not refused, of which this one does not know. */
    boolean isOpenElsewhere(String id, Object life) {
        return of(id).stream().anyMatch(exchange -> exchange.life != life && !exchange.refused);
    }

    /** A 4xx says that nothing was done; only 408 and 409 leave that open. */
    private static boolean isUsable(int status, String body) {
        if (status != 200) {
            return status >= 400 && status < 500 && status != 408 && status != 409;
        }
        return body.startsWith("{") && body.endsWith("}") && (isSuccess(body) || isRefusal(body));
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
