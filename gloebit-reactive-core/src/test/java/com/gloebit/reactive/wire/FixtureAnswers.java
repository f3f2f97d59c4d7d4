package com.gloebit.reactive.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** What the fixtures have Gloebit answer. */
public final class FixtureAnswers {
    private FixtureAnswers() {}

    /** Bodies by the name of the row, in an order that does not change. */
    public static Map<String, List<String>> bodies() {
        return Fixtures.all()
                .collect(Collectors.groupingBy(
                        Fixture::endpoint,
                        TreeMap::new,
                        Collectors.mapping(fixture -> body(fixture.own().answer()), Collectors.toList())));
    }

    private static String body(MockResponse answer) {
        Buffer buffer = new Buffer();
        try {
            if (answer.getBody() != null) {
                answer.getBody().writeTo(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }
}
