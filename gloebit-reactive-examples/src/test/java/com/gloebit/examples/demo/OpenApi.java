package com.gloebit.examples.demo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A description of an API.
 *
 * @param file the file that has it
 * @param root its content
 */
record OpenApi(Path file, JsonNode root) {
    static OpenApi read(Path file) {
        return new OpenApi(file, new YAMLMapper().readTree(file));
    }

    Set<String> operations() {
        return all().map(Operation::id).collect(Collectors.toSet());
    }

    /** Returns the operation that a request calls. The proxy refuses a request that calls none. */
    String operation(String method, String path) {
        return all().filter(operation -> operation.matches(method, path))
                .map(Operation::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " " + path + " is not described"));
    }

    /**
     * Writes a copy in which each operation has another name for one required member: of its request, or of its
     * answer if the request has no body.
     *
     * @return the new names by operation
     */
    Map<String, String> writeRenamed(Path copy) {
        JsonNode changed = root.deepCopy();
        Map<String, String> names = new LinkedHashMap<>();
        new OpenApi(copy, changed).all().forEach(operation -> names.put(operation.id(), rename(operation.node())));
        new JsonMapper().writeValue(copy, changed);
        return names;
    }

    private String rename(ObjectNode operation) {
        boolean hasBody = operation.has("requestBody");
        ObjectNode message = hasBody
                ? inline(operation, "requestBody")
                : inline((ObjectNode) operation.required("responses"), "200");
        ObjectNode media = (ObjectNode) message.required("content").iterator().next();
        ObjectNode schema = inline(media, "schema");
        return renameLastRequired(hasBody ? schema : inline((ArrayNode) schema.required("oneOf"), 0));
    }

    private static String renameLastRequired(ObjectNode schema) {
        ArrayNode required = (ArrayNode) schema.required("required");
        String name = required.get(required.size() - 1).stringValue();
        String another = "renamed-" + name;
        required.set(required.size() - 1, another);
        ObjectNode properties = (ObjectNode) schema.required("properties");
        properties.set(another, properties.remove(name));
        return another;
    }

    /** Puts a copy of what a member refers to in its place, so that a change affects nothing else. */
    private ObjectNode inline(ObjectNode parent, String member) {
        ObjectNode copy = copy(parent.required(member));
        parent.set(member, copy);
        return copy;
    }

    private ObjectNode inline(ArrayNode parent, int index) {
        ObjectNode copy = copy(parent.required(index));
        parent.set(index, copy);
        return copy;
    }

    private ObjectNode copy(JsonNode node) {
        JsonNode found = node.has("$ref")
                ? root.requiredAt(node.required("$ref").stringValue().substring(1))
                : node;
        return (ObjectNode) found.deepCopy();
    }

    private Stream<Operation> all() {
        return root.required("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(member -> !member.getKey().equals("parameters"))
                        .map(verb -> new Operation(verb.getKey(), path.getKey(), (ObjectNode) verb.getValue())));
    }

    private record Operation(String verb, String template, ObjectNode node) {
        String id() {
            return node.required("operationId").stringValue();
        }

        boolean matches(String method, String path) {
            return verb.equalsIgnoreCase(method) && path.matches(template.replaceAll("\\{\\w+}", "[^/]+"));
        }
    }
}
