package com.gloebit.reactive.fuzz;

import com.gloebit.reactive.wire.support.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes to an answer's members: gone, twice, under another name, of another kind, too large, too deep. */
final class MemberMutations {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final List<String> NAMES = List.of(
            "success",
            "Success",
            "success ",
            "reason",
            "status",
            "id",
            "balance",
            "product-count",
            "access_token",
            "refresh_token",
            "scope",
            "error",
            "error_description",
            "enabled",
            "subscription-authorization-id",
            "");

    private static final List<String> VALUES = List.of(
            "true",
            "false",
            "\"true\"",
            "\"false\"",
            "\"True\"",
            "null",
            "0",
            "1",
            "-1",
            "5.9",
            "1e2",
            "1e400",
            "1e999999999",
            "-1E+2147483648",
            "1e99999999999999999999",
            "9223372036854775808",
            "0.1234567890123456789012345678901234567890123456789012345678901234567",
            "NaN",
            "Infinity",
            "01",
            "+1",
            ".5",
            "'true'",
            "\"\"",
            "\"NaN\"",
            "\"1e999999999\"",
            "[]",
            "{}",
            "[[]]",
            "[[\"a\",\"b\",\"c\"]]",
            "[{\"success\":true}]",
            "{\"success\":true}",
            "{\"a\":1,\"a\":2}",
            "\"" + Given.FREE_TEXT + "\"",
            "\"order-1\"",
            "\"ORDER-1\"",
            "\"order-2\"",
            "\"1-1-1-1-1\"",
            "\"\\u0000\\r\\nX-Injected: 1\"",
            "\"\\ud800\"",
            "\"ü漢😀\"",
            "\"success\"",
            "\"resubmitted\"",
            "\"pending\"",
            "\"canceled\"",
            "\"insufficient balance\"",
            "\"unknown OAuth2 token\"",
            "\"transaction already created\"",
            "\"queued\"",
            "\"queuing-failed\"",
            "\"failed\"",
            "\"cannot-spend\"",
            "\"unknown-merchant\"",
            "\"duplicate\"",
            "\"duplicate-and-previously-declined-by-user\"",
            "\"Unknown DB Error\"",
            "\"invalid_grant\"");

    private record Member(String name, String value) {}

    private final List<Member> members = new ArrayList<>();
    private final SplittableRandom random;

    private MemberMutations(SplittableRandom random) {
        this.random = random;
    }

    /** The JSON object after some changes, or none. */
    static String mutated(String json, int changes, SplittableRandom random) {
        MemberMutations mutations = new MemberMutations(random);
        MAPPER.readTree(json)
                .propertyStream()
                .forEach(property ->
                        mutations.members.add(new Member(property.getKey(), inner(property.getValue(), random))));
        for (int i = 0; i < changes; i++) {
            mutations.change();
        }
        return mutations.text();
    }

    /** Objects below, alone or first in an array, are changed at times, too. */
    private static String inner(JsonNode value, SplittableRandom random) {
        String text = MAPPER.writeValueAsString(value);
        if (random.nextInt(3) != 0) {
            return text;
        }
        if (value.isObject()) {
            return mutated(text, 1, random);
        }
        return value.path(0).isObject() ? "[" + mutated(value.get(0).toString(), 1, random) + "]" : text;
    }

    private void change() {
        int at = members.isEmpty() ? 0 : random.nextInt(members.size());
        if (members.isEmpty() || random.nextInt(4) == 0) {
            members.add(at, new Member(pick(NAMES), value()));
            return;
        }
        Member member = members.get(at);
        switch (random.nextInt(5)) {
            case 0 -> members.remove(at);
            case 1 -> members.add(random.nextInt(members.size() + 1), member);
            case 2 -> members.set(at, new Member(pick(NAMES), member.value()));
            case 3 -> members.add(0, new Member(member.name(), value()));
            default -> members.set(at, new Member(member.name(), value()));
        }
    }

    private String value() {
        return switch (random.nextInt(40)) {
            case 0 -> nested("[", "]");
            case 1 -> nested("{\"a\":", "}");
            case 2 -> "9".repeat(1 + random.nextInt(3000));
            case 3 -> "\"" + "x".repeat(random.nextInt(random.nextInt(100) == 0 ? 3_000_000 : 3_000)) + "\"";
            case 4 -> "\"" + "9".repeat(1 + random.nextInt(70)) + "." + "1".repeat(1 + random.nextInt(40)) + "\"";
            default -> pick(VALUES);
        };
    }

    private String nested(String open, String close) {
        int depth = 1 + random.nextInt(random.nextInt(50) == 0 ? 20_000 : 40);
        return open.repeat(depth) + "1" + close.repeat(random.nextInt(10) == 0 ? depth - 1 : depth);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String text() {
        StringBuilder text = new StringBuilder("{");
        for (Member member : members) {
            text.append(text.length() == 1 ? "" : ",")
                    .append(MAPPER.writeValueAsString(member.name()))
                    .append(':')
                    .append(member.value());
        }
        return text.append('}').toString();
    }
}
