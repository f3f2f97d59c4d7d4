package com.gloebit.simulator.internal.wire;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The members of a request's body. A JSON null counts as absent: the Python client sends it for absent members. */
public final class RequestMembers {
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final String JSON = "application/json";

    private final Map<String, JsonNode> values;
    private final boolean form;

    private RequestMembers(Map<String, JsonNode> values, boolean form) {
        this.values = values;
        this.form = form;
    }

    /** Reads a JSON object or a form, depending on the content type. */
    public static RequestMembers of(Request request) {
        return switch (request.contentType()) {
            case JSON -> ofJson(request.body());
            case FORM -> ofForm(request.body());
            default -> throw new ContractViolation("the content type is neither " + JSON + " nor " + FORM);
        };
    }

    public static RequestMembers ofForm(String body) {
        Map<String, JsonNode> values = new TreeMap<>();
        PercentEncoding.decodeForm(body).forEach((name, value) -> values.put(name, StringNode.valueOf(value)));
        return new RequestMembers(values, true);
    }

    /** Reads a JSON object; refuses a form. */
    public static RequestMembers ofJson(Request request) {
        if (!request.contentType().equals(JSON)) {
            throw new ContractViolation("the content type is not " + JSON);
        }
        return ofJson(request.body());
    }

    public static RequestMembers ofJson(String body) {
        Map<String, JsonNode> values = new TreeMap<>();
        Json.parseObject(body).properties().forEach(member -> values.put(member.getKey(), member.getValue()));
        return new RequestMembers(values, false);
    }

    /** Refuses all other members. */
    public RequestMembers only(Set<String> known) {
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ContractViolation("the request has an unknown member: " + ViolationText.quoted(name));
                });
        return this;
    }

    public boolean has(String name) {
        return value(name).isPresent();
    }

    public String text(String... spellings) {
        return optionalText(spellings).orElseThrow(() -> missing(spellings));
    }

    /** Returns the text of a member that clients spell differently. */
    public Optional<String> optionalText(String... spellings) {
        List<String> present = Arrays.stream(spellings).filter(this::has).toList();
        if (present.size() > 1) {
            throw new ContractViolation("one member occurs in several spellings: " + present);
        }
        return present.stream().findFirst().flatMap(this::value).map(value -> text(present.get(0), value));
    }

    public BigDecimal number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    /** A whole number above 0. */
    public Optional<Integer> optionalCount(String name) {
        return optionalNumber(name).map(number -> count(name, number));
    }

    public int count(String name) {
        return optionalCount(name).orElseThrow(() -> missing(name));
    }

    /** A whole number, 0 or more. */
    public int wholeNumber(String name) {
        return wholeNumber(name, number(name));
    }

    public boolean flag(String name) {
        return value(name).map(value -> flag(name, value)).orElse(false);
    }

    public Optional<List<String>> optionalTexts(String name) {
        return value(name).map(value -> texts(name, value));
    }

    public ObjectNode object(String name) {
        return value(name).map(value -> object(name, value)).orElseThrow(() -> missing(name));
    }

    public Optional<URI> optionalUri(String name) {
        return optionalText(name).map(text -> uri(name, text));
    }

    public Optional<UUID> optionalUuid(String name) {
        return optionalText(name).map(text -> uuid(name, text));
    }

    /** Returns the other members unchanged, nulls included. */
    public ObjectNode without(Set<String> names) {
        ObjectNode rest = Json.object();
        values.forEach((name, value) -> {
            if (!names.contains(name)) {
                rest.set(name, value);
            }
        });
        return rest;
    }

    /** Returns one text of all other members; equal members give equal texts. */
    public String contentWithout(String name) {
        Map<String, JsonNode> rest = new TreeMap<>(values);
        rest.remove(name);
        return rest.toString();
    }

    public static URI uri(String name, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw new ContractViolation(name + " is not a URI");
        }
    }

    public static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new ContractViolation(name + " is not a UUID");
        }
    }

    public static int wholeNumber(String name, String text) {
        return wholeNumber(name, parseNumber(name, text));
    }

    private Optional<BigDecimal> optionalNumber(String name) {
        return value(name).map(value -> number(name, value));
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isNull());
    }

    private static String text(String name, JsonNode value) {
        if (!value.isString()) {
            throw new ContractViolation(name + " is not a text");
        }
        return value.stringValue();
    }

    private BigDecimal number(String name, JsonNode value) {
        if (form) {
            return parseNumber(name, text(name, value));
        }
        if (!value.isNumber()) {
            throw new ContractViolation(name + " is not a number");
        }
        return reasonable(name, value.decimalValue());
    }

    private static BigDecimal parseNumber(String name, String text) {
        try {
            return reasonable(name, new BigDecimal(text));
        } catch (NumberFormatException malformed) {
            throw new ContractViolation(name + " is not a number");
        }
    }

    private static BigDecimal reasonable(String name, BigDecimal number) {
        if (!Amounts.reasonable(number)) {
            throw new ContractViolation(name + " has too many digits");
        }
        return number;
    }

    private static int count(String name, BigDecimal number) {
        int count = wholeNumber(name, number);
        if (count == 0) {
            throw new ContractViolation(name + " is not above 0");
        }
        return count;
    }

    private static int wholeNumber(String name, BigDecimal number) {
        try {
            int whole = number.intValueExact();
            if (whole >= 0) {
                return whole;
            }
        } catch (ArithmeticException fraction) {
            throw new ContractViolation(name + " is not a whole number of 32 bits");
        }
        throw new ContractViolation(name + " is negative");
    }

    private boolean flag(String name, JsonNode value) {
        if (form && (value.stringValue().equals("true") || value.stringValue().equals("false"))) {
            return value.stringValue().equals("true");
        }
        if (!value.isBoolean()) {
            throw new ContractViolation(name + " is neither true nor false");
        }
        return value.booleanValue();
    }

    private static ObjectNode object(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw new ContractViolation(name + " is not an object");
    }

    private static List<String> texts(String name, JsonNode value) {
        if (!value.isArray()) {
            throw new ContractViolation(name + " is not an array");
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(text("an element of " + name, element)));
        return texts;
    }

    private static ContractViolation missing(String... spellings) {
        return new ContractViolation("the member " + String.join(" or ", spellings) + " is missing");
    }
}
