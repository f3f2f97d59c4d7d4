package com.gloebit.reactive;

import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.json.JsonObject;
import com.gloebit.reactive.internal.json.MalformedJsonException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The application's OAuth key and secret, from its page at Gloebit. */
public final class ClientSecrets {
    private final String key;
    private final String secret;
    private final @Nullable URI redirectUri;

    private ClientSecrets(String key, String secret, @Nullable URI redirectUri) {
        this.key = Arguments.secret("key", key);
        this.secret = Arguments.secret("secret", secret);
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
        return new ClientSecrets(key, secret, null);
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
        byte[] bytes = Arguments.required("json", json).getBytes(StandardCharsets.UTF_8);
        try {
            JsonObject file = JsonObject.parse(bytes, bytes.length);
            JsonObject client = file.has("web") ? file.object("web") : file.object("installed");
            String redirect = client.firstText("redirect_uris");
            return new ClientSecrets(
                    client.text("client_id"),
                    client.text("client_secret"),
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
     */
    public String secret() {
        return secret;
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
