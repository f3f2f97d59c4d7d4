package com.gloebit.simulator.support;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The forms in which clients send product and count. */
public enum ProductForm {
    JSON {
        @Override
        public JsonNode send(TestClient client, String path, String token, Map<String, String> arguments) {
            Map<String, Object> body = new HashMap<>(arguments);
            body.put("count", Integer.valueOf(arguments.getOrDefault("count", "")));
            return client.postJson(path, token, body);
        }
    },
    FORM {
        @Override
        public JsonNode send(TestClient client, String path, String token, Map<String, String> arguments) {
            return client.postForm(path, token, arguments);
        }
    },
    PATH {
        @Override
        public JsonNode send(TestClient client, String path, String token, Map<String, String> arguments) {
            return TestClient.json(
                    client.send(client.bearer(path(path, arguments), token).POST(BodyPublishers.noBody())));
        }
    },
    UNITY_PATH {
        @Override
        public JsonNode send(TestClient client, String path, String token, Map<String, String> arguments) {
            return TestClient.json(client.send(
                    client.bearer(path(path, arguments) + "/", token).POST(BodyPublishers.ofString("ignore"))));
        }
    };

    public abstract JsonNode send(TestClient client, String path, String token, Map<String, String> arguments);

    public static String path(String path, Map<String, String> arguments) {
        String character = arguments.containsKey("character_id") ? "/" + arguments.get("character_id") : "";
        return path + character + "/" + segment(arguments.getOrDefault("product_name", "")) + "/"
                + arguments.get("count");
    }

    /** A space is escaped and a plus sign is not. */
    private static String segment(String text) {
        return TestClient.encode(text).replace("+", "%20").replace("%2B", "+");
    }
}
