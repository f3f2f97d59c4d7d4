package com.gloebit.simulator.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Percent-encoded text of paths, queries and forms. */
public final class PercentEncoding {
    private static final int MAX_PARAMETERS = 100;

    private PercentEncoding() {}

    public static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** In a path a plus sign is a plus sign. */
    public static String decodeSegment(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ContractViolation("a path segment is badly percent-encoded");
        }
    }

    /** Reads a query or a form, in which a name may come once. */
    public static Map<String, String> decodeForm(String form) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters(form).forEach((name, all) -> {
            if (all.size() > 1) {
                throw new ContractViolation("the parameter " + ViolationText.quoted(name) + " comes more than once");
            }
            values.put(name, all.get(0));
        });
        return values;
    }

    private static Map<String, List<String>> parameters(String form) {
        try {
            return new QueryStringDecoder(form, UTF_8, false, MAX_PARAMETERS, true).parameters();
        } catch (IllegalArgumentException malformed) {
            throw new ContractViolation("a parameter is badly percent-encoded");
        }
    }
}
