package com.gloebit.reactive.authorization;

import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import com.gloebit.reactive.settings.GloebitEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The application's OAuth key and secret, from its page at Gloebit. A public client, which cannot keep a secret (an
 * application that runs at the user's), has the key only.
 */
public final class ClientSecrets {
    private static final String KEY_VARIABLE = "GLOEBIT_KEY";
    private static final String SECRET_VARIABLE = "GLOEBIT_SECRET";

    private final String key;
    private final @Nullable String secret;
    private final @Nullable URI redirectUri;

    private ClientSecrets(String key, @Nullable String secret, @Nullable URI redirectUri) {
        this.key = Arguments.secret("key", key);
        this.secret = secret;
        this.redirectUri = redirectUri;
    }

    /**
     * A key and its secret.
     *
     * @param key the OAuth key, visible ASCII
     * @param secret the OAuth secret, visible ASCII
     * @return the pair
     */
    public static ClientSecrets of(String key, String secret) {
        return new ClientSecrets(key, Arguments.secret("secret", secret), null);
    }

    /**
     * The key of a public client. Its users are authorized by OAuth's implicit grant, and it cannot offer subscriptions.
     *
     * @param key the OAuth key, visible ASCII
     * @return the key without a secret
     */
    public static ClientSecrets ofPublicClient(String key) {
        return new ClientSecrets(key, null, null);
    }

    /**
     * Reads the environment variables {@code GLOEBIT_KEY} and {@code GLOEBIT_SECRET}.
     *
     * @return the pair
     * @throws IllegalArgumentException if one is not set or is no key or secret; the message quotes neither
     */
    public static ClientSecrets fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Reads the variables of {@link #fromEnvironment()} from elsewhere.
     *
     * @param variables names and values
     * @return the pair
     * @throws IllegalArgumentException as {@link #fromEnvironment()}
     */
    public static ClientSecrets fromEnvironment(Map<String, String> variables) {
        Arguments.required("variables", variables);
        return new ClientSecrets(variable(KEY_VARIABLE, variables), variable(SECRET_VARIABLE, variables), null);
    }

    private static String variable(String name, Map<String, String> variables) {
        String value = variables.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return Arguments.secret(name, value);
    }

    /**
     * Reads OAuth's client-secrets file, as the Python module did. The read blocks: call this at start-up.
     *
     * @param file where it is
     * @return the key, the secret and the first redirect URI, if the file has one
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no client-secrets file; the message quotes nothing of it
     */
    public static ClientSecrets fromFile(Path file) throws IOException {
        return fromJson(Files.readString(file));
    }

    /**
     * Reads the text of OAuth's client-secrets file: an object {@code web} or {@code installed} with {@code client_id},
     * {@code client_secret} and, if there are any, {@code redirect_uris}. Its {@code auth_uri} and {@code token_uri}
     * are not used: where to go is said by the {@link GloebitEnvironment}.
     *
     * @param json the text
     * @return the key, the secret and the first redirect URI, if the text has one
     * @throws IllegalArgumentException if it is no such text; the message quotes nothing of it
     */
    public static ClientSecrets fromJson(String json) {
        byte[] bytes =
                Arguments.characters("json", Arguments.required("json", json)).getBytes(StandardCharsets.UTF_8);
        try {
            JsonObject file = JsonObject.parse(bytes, bytes.length);
            JsonObject client = file.has("web") ? file.object("web") : file.object("installed");
            String redirect = client.firstText("redirect_uris");
            return new ClientSecrets(
                    client.text("client_id"),
                    Arguments.secret("client_secret", client.text("client_secret")),
                    redirect == null ? null : redirectUri(redirect));
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("json is no OAuth client-secrets file: " + e.getMessage());
        }
    }

    private static URI redirectUri(String text) {
        try {
            return Arguments.absolute("redirect_uris[0]", URI.create(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "json is no OAuth client-secrets file: redirect_uris[0] is no absolute http or https URI");
        }
    }

    /**
     * The OAuth key, {@code client_id}.
     *
     * @return not a secret
     */
    public String key() {
        return key;
    }

    /**
     * The OAuth secret, {@code client_secret}.
     *
     * @return a secret
     * @throws IllegalStateException if this is a public client
     */
    public String secret() {
        if (secret == null) {
            throw new IllegalStateException("a public client has no secret: this needs ClientSecrets.of(key, secret)");
        }
        return secret;
    }

    /**
     * Whether the application has a secret.
     *
     * @return false for a public client
     */
    public boolean isConfidential() {
        return secret != null;
    }

    /**
     * The first redirect URI of the client-secrets file.
     *
     * @return null if there was none
     */
    public @Nullable URI redirectUri() {
        return redirectUri;
    }

    /** Shows the key only. */
    @Override
    public String toString() {
        return "ClientSecrets[key=" + key + "]";
    }
}
