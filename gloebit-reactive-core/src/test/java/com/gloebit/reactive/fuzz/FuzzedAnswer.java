package com.gloebit.reactive.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.gloebit.reactive.endpoint.support.EndpointEntries;
import com.gloebit.reactive.endpoint.support.EndpointEntry;
import com.gloebit.reactive.endpoint.support.Fixture;
import com.gloebit.reactive.wire.support.Given;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mockwebserver3.MockResponseBody;
import okio.Buffer;

/**
 * One generated answer of one endpoint: the same for the same seed.
 *
 * @param endpoint the name of the endpoint that reads it
 * @param status the HTTP status
 * @param body the bytes
 * @param piece how many of them come at once
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FuzzedAnswer(String endpoint, int status, byte[] body, int piece) {
    private static final Map<String, List<String>> FIXTURES = fixtures();
    private static final List<String> ENDPOINTS = List.copyOf(FIXTURES.keySet());
    private static final List<String> PURCHASES = List.of("transact", "transact-v2", "transact-user");
    private static final List<Integer> STATUSES =
            List.of(200, 200, 201, 204, 206, 301, 307, 400, 401, 403, 404, 408, 409, 418, 429, 500, 502, 503, 599);
    private static final List<String> REFUSALS = List.of(
            "{\"success\":false,\"reason\":\"insufficient balance\",\"status\":\"queued\"}",
            "{\"success\":false,\"reason\":\"pending\",\"status\":\"queued\"}",
            "{\"success\":false,\"reason\":\"net error\",\"status\":\"queuing-failed\"}",
            "{\"success\":false,\"reason\":\"transaction already created\",\"status\":\"failed\"}",
            "{\"success\":false,\"reason\":\"unknown token\"}",
            "{\"error\":\"invalid_grant\",\"error_description\":\"none\"}");
    private static final List<String> FOREIGN = List.of(
            "", " ", "null", "true", "[]", "\"" + Given.FREE_TEXT + "\"", "<html>" + Given.FREE_TEXT + "</html>");

    /** Returns the answers by endpoint, in an order that does not change. */
    private static Map<String, List<String>> fixtures() {
        return EndpointEntries.all()
                .collect(Collectors.toMap(
                        EndpointEntry::name, FuzzedAnswer::bodies, (one, another) -> one, TreeMap::new));
    }

    private static List<String> bodies(EndpointEntry entry) {
        return entry.fixtures().stream().map(FuzzedAnswer::body).toList();
    }

    private static String body(Fixture fixture) {
        Buffer buffer = new Buffer();
        try {
            MockResponseBody body = fixture.own().answer().getBody();
            if (body != null) {
                body.writeTo(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }

    static FuzzedAnswer of(long seed) {
        // Seeds that follow one another would begin alike.
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL);
        String endpoint = pick(random.nextInt(4) == 0 ? PURCHASES : ENDPOINTS, random);
        int status = random.nextInt(8) == 0 ? pick(STATUSES, random) : 200;
        byte[] body = text(endpoint, random).getBytes(encoding(random));
        if (random.nextInt(6) == 0) {
            body = ByteMutations.mutated(body, 1 + random.nextInt(4), random);
        }
        int piece = random.nextInt(8) == 0 ? 1 + random.nextInt(64) : 1 + random.nextInt(16_384);
        return new FuzzedAnswer(endpoint, status, body, Math.max(piece, body.length / 1_000));
    }

    private static String text(String endpoint, SplittableRandom random) {
        String fixtureOf = random.nextInt(16) == 0 ? pick(ENDPOINTS, random) : endpoint;
        String whole = random.nextInt(4) == 0
                ? pick(REFUSALS, random)
                : pick(FIXTURES.getOrDefault(fixtureOf, REFUSALS), random);
        String json = MemberMutations.mutated(whole, random.nextInt(1 + random.nextInt(5)), random);
        return switch (random.nextInt(64)) {
            case 0 -> pick(FOREIGN, random);
            case 1 -> "[" + json + "]";
            case 2 -> json + json;
            case 3 -> json + pick(FOREIGN, random);
            case 4 -> pick(FOREIGN, random) + json;
            case 5 -> "\ufeff" + json;
            case 6 -> json.replace(":", " :\r\n\t");
            case 7 -> json.replace("\"", "'");
            case 8 -> json.replace("success", "\\u0073uccess");
            default -> json;
        };
    }

    private static Charset encoding(SplittableRandom random) {
        return switch (random.nextInt(64)) {
            case 0 -> ISO_8859_1;
            case 1 -> Charset.forName("UTF-16LE");
            case 2 -> Charset.forName("UTF-16BE");
            case 3 -> Charset.forName("UTF-32LE");
            case 4 -> Charset.forName("UTF-32BE");
            default -> UTF_8;
        };
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    /** What a message can hold of it. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(endpoint + ", HTTP " + status + ", " + body.length + " bytes: ");
        for (int i = 0; i < Math.min(body.length, 1_000); i++) {
            char c = (char) (body[i] & 0xff);
            shown.append(c >= ' ' && c < 0x7f ? String.valueOf(c) : String.format(Locale.ROOT, "\\x%02x", (int) c));
        }
        return shown.toString();
    }
}
