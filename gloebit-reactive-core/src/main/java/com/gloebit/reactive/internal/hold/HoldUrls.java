package com.gloebit.reactive.internal.hold;

import com.gloebit.reactive.hold.HoldStep;
import com.gloebit.reactive.internal.application.Signer;
import com.gloebit.reactive.transaction.TransactionId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Callback URLs of the form {@code BASE/STEP/ID/SIGNATURE}. Gloebit adds nothing to a URL, so the URL itself identifies
 * the transaction. URLs do not expire. The id is encoded in base64url, because proxies decode percent-escapes.
 */
public final class HoldUrls {
    private static final String PURPOSE = "gloebit-reactive hold callback 1";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final URI base;
    private final String prefix;
    private final Signer signer;

    /**
     * @param serverPath the path under which the server receives the callbacks; null if it is that of the base URI
     */
    public HoldUrls(URI baseUri, @Nullable String serverPath, Signer signer) {
        this.base = directory(baseUri);
        this.prefix = serverPath == null
                ? base.getRawPath()
                : directory(URI.create(serverPath)).getRawPath();
        this.signer = signer;
    }

    private static URI directory(URI uri) {
        String text = uri.normalize().toASCIIString();
        return URI.create(text.endsWith("/") ? text : text + "/");
    }

    /** The step and the transaction that a callback URL names. */
    public record Callback(HoldStep step, TransactionId id) {}

    public URI uri(TransactionId id, HoldStep step) {
        String name = ENCODER.encodeToString(id.value().getBytes(StandardCharsets.UTF_8));
        String signature = ENCODER.encodeToString(signer.sign(PURPOSE, step.text(), id.value()));
        return base.resolve(step.text() + "/" + name + "/" + signature);
    }

    /** The path under which the server sees the callbacks, for routes. */
    public String path() {
        return prefix;
    }

    /** Returns null if the URL was not signed by us; the reason is deliberately not reported. */
    public @Nullable Callback parse(URI request) {
        String path = request.getRawPath();
        if (path == null || request.getRawQuery() != null || !path.startsWith(prefix)) {
            return null;
        }
        String[] segments = path.substring(prefix.length()).split("/", -1);
        HoldStep step = segments.length == 3 ? step(segments[0]) : null;
        return step == null ? null : verified(step, decoded(segments[1]), decoded(segments[2]));
    }

    private @Nullable Callback verified(HoldStep step, byte @Nullable [] name, byte @Nullable [] signature) {
        if (name == null || signature == null) {
            return null;
        }
        String id = new String(name, StandardCharsets.UTF_8);
        return Arrays.equals(id.getBytes(StandardCharsets.UTF_8), name)
                        && signer.verify(signature, PURPOSE, step.text(), id)
                ? new Callback(step, TransactionId.of(id))
                : null;
    }

    private static @Nullable HoldStep step(String text) {
        for (HoldStep step : HoldStep.values()) {
            if (step.text().equals(text)) {
                return step;
            }
        }
        return null;
    }

    /** Returns null unless the segment is canonical: base64 can encode the same bytes in several ways. */
    private static byte @Nullable [] decoded(String segment) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(segment);
            return ENCODER.encodeToString(bytes).equals(segment) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "HoldUrls[" + base + "]";
    }
}
