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
 * The application's OAuth key and secret, from its page at Gloebit. A public client has only a key: it runs on the
 * user's machine and cannot keep a secret.
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
     * Returns a key with its secret.
     *
     * @param key the OAuth key, visible ASCII
     * @param secret the OAuth secret, visible ASCII
     * @return the pair
     */
    public static ClientSecrets of(String key, String secret) {
        return new ClientSecrets(key, Arguments.secret("secret", secret), null);
    }

    /**
     * Returns the key of a public client. Its users are authorized by OAuth's implicit grant, and it cannot create
     * subscriptions.
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
     * @throws IllegalArgumentException if one of them is not set or not valid; the message quotes neither
     */
    public static ClientSecrets fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Reads the variables of {@link #fromEnvironment()} from a map.
     *
     * @param variables names and values
     * @return the pair
     * @throws IllegalArgumentException as for {@link #fromEnvironment()}
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
     * Reads OAuth's client-secrets file, the format of the Python client. The call blocks: use it at start-up only.
     *
     * @param file the path of the file
     * @return the key, the secret and, if the file has one, the first redirect URI
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the file is not a client-secrets file; the message quotes nothing of it
     */
    public static ClientSecrets fromFile(Path file) throws IOException {
        return fromJson(Files.readString(file));
    }

    /**
     * Reads the text of OAuth's client-secrets file: an object {@code web} or {@code installed} with {@code client_id},
     * {@code client_secret} and optional {@code redirect_uris}. Its {@code auth_uri} and {@code token_uri} are ignored,
     * because the {@link GloebitEnvironment} determines the service.
     *
     * @param json the text
     * @return the key, the secret and, if the text has one, the first redirect URI
     * @throws IllegalArgumentException if the text is not that of a client-secrets file; the message quotes nothing of
     *     it
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
     * @return never null; not a secret
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
     * Returns whether the application has a secret.
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

    /** Contains only the key. */
    @Override
    public String toString() {
        return "ClientSecrets[key=" + key + "]";
    }
}
