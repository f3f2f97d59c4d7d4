package com.gloebit.reactive.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.endpoint.support.ClientEndpoints;
import com.gloebit.reactive.endpoint.support.EndpointEntries;
import com.gloebit.reactive.internal.endpoint.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Compares docs/openapi.yaml with the endpoints of the client. */
class OpenApiTest {
    private static final JsonNode DESCRIPTION =
            new YAMLMapper().readTree(Path.of("").toAbsolutePath().resolveSibling("docs/openapi.yaml"));

    /** The application stores members of its own in a character. */
    private static final Set<String> OPEN_REQUESTS = Set.of("create-character", "update-character");

    @Test
    void theDescriptionHasTheEndpointsOfTheClient() {
        List<Operation> ofTheClient =
                ClientEndpoints.all().map(OpenApiTest::operation).toList();

        assertThat(operations().map(OpenApiTest::operation)).containsExactlyInAnyOrderElementsOf(ofTheClient);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requestSchemas")
    void everyRequestIsClosedAndRequiresMembersThatItDescribes(String id, JsonNode schema) {
        assertThat(schema.required("additionalProperties").booleanValue()).isEqualTo(OPEN_REQUESTS.contains(id));
        assertThat(schema.required("required").valueStream().map(JsonNode::stringValue))
                .isNotEmpty()
                .isSubsetOf(schema.required("properties").propertyNames());
    }

    static Stream<Arguments> requestSchemas() {
        return operations()
                .map(Described::node)
                .filter(node -> node.has("requestBody"))
                .map(node -> Arguments.of(
                        node.required("operationId").stringValue(),
                        resolved(requestContent(node).getValue().required("schema"))));
    }

    private static Operation operation(Endpoint<?, ?> endpoint) {
        String argument = endpoint.hasPathArgument() ? "/*" : "";
        return new Operation(
                endpoint.name(),
                endpoint.verb() + " /" + endpoint.path() + argument,
                sendsToken(endpoint),
                endpoint.scope() == null ? "" : endpoint.scope().text(),
                endpoint.contentType() == null ? "" : endpoint.contentType());
    }

    /** A fixture has every header of its request. */
    private static boolean sendsToken(Endpoint<?, ?> endpoint) {
        return EndpointEntries.named(endpoint.name()).fixtures().stream()
                .allMatch(fixture -> fixture.own().request().headers().containsKey("authorization"));
    }

    private static Operation operation(Described described) {
        JsonNode node = described.node();
        JsonNode security = node.required("security");
        return new Operation(
                node.required("operationId").stringValue(),
                described.verb().toUpperCase(Locale.ROOT)
                        + ' '
                        + described.path().replaceFirst("/\\{\\w+}$", "/*"),
                !security.isEmpty(),
                security.valueStream()
                        .flatMap(alternative -> alternative.required("bearer").valueStream())
                        .map(JsonNode::stringValue)
                        .collect(Collectors.joining(" ")),
                node.has("requestBody") ? requestContent(node).getKey() : "");
    }

    private static Stream<Described> operations() {
        return DESCRIPTION
                .required("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(member -> !member.getKey().equals("parameters"))
                        .map(operation -> new Described(path.getKey(), operation.getKey(), operation.getValue())));
    }

    /** Returns the only media type of the request. */
    private static Map.Entry<String, JsonNode> requestContent(JsonNode operation) {
        JsonNode content = resolved(operation.required("requestBody")).required("content");
        assertThat(content).hasSize(1);
        return content.properties().iterator().next();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? DESCRIPTION.requiredAt(node.required("$ref").stringValue().substring(1))
                : node;
    }

    /** What the client and the description both say of an endpoint. */
    private record Operation(String id, String request, boolean sendsToken, String scope, String contentType) {}

    private record Described(String path, String verb, JsonNode node) {}
}
