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

    /** Decodes a path segment, in which a plus sign is literal. */
    public static String decodeSegment(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ContractViolation("a path segment has invalid percent-encoding");
        }
    }

    /** Decodes a query or a form, in which each name is allowed once. */
    public static Map<String, String> decodeForm(String form) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters(form).forEach((name, all) -> {
            if (all.size() > 1) {
                throw new ContractViolation("the parameter " + ViolationText.quoted(name) + " occurs more than once");
            }
            values.put(name, all.get(0));
        });
        return values;
    }

    private static Map<String, List<String>> parameters(String form) {
        try {
            return new QueryStringDecoder(form, UTF_8, false, MAX_PARAMETERS, true).parameters();
        } catch (IllegalArgumentException malformed) {
            throw new ContractViolation("a parameter has invalid percent-encoding");
        }
    }
}
