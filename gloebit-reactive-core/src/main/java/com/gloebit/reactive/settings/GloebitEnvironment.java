package com.gloebit.reactive.settings;

import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.uri.PurchasePage;
import com.gloebit.reactive.transaction.PurchasePageRequest;
import java.net.URI;

/** The Gloebit service that a client calls. */
public final class GloebitEnvironment {
    /** Gloebit's production service. Its gloebits are bought with real money. */
    public static final GloebitEnvironment PRODUCTION =
            new GloebitEnvironment("production", URI.create("https://www.gloebit.com/"));

    /** Gloebit's sandbox: the same service, with gloebits of no value. */
    public static final GloebitEnvironment SANDBOX =
            new GloebitEnvironment("sandbox", URI.create("https://sandbox.gloebit.com/"));

    private final String name;
    private final URI baseUri;

    private GloebitEnvironment(String name, URI baseUri) {
        this.name = name;
        this.baseUri = baseUri;
    }

    /**
     * Returns the environment for a name or base URI, as from a configuration file.
     *
     * @param nameOrUri {@code production}, {@code sandbox}, or the base URI of another service, see
     *     {@link #custom(URI)}
     * @return the environment
     * @throws IllegalArgumentException if it is none of these
     */
    public static GloebitEnvironment of(String nameOrUri) {
        return switch (Arguments.required("nameOrUri", nameOrUri)) {
            case "production" -> PRODUCTION;
            case "sandbox" -> SANDBOX;
            default -> custom(uri(nameOrUri));
        };
    }

    private static URI uri(String text) {
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return URI.create(text);
        }
        throw new IllegalArgumentException(
                "environment is \"" + text + "\"; production, sandbox, or the base URI of another service is allowed");
    }

    /**
     * Returns an environment for another service that implements Gloebit's protocol, such as a simulator or a proxy.
     *
     * @param baseUri absolute, without a query, https, or http on a loopback address; paths are resolved below its path
     * @return the environment, named {@code custom}
     * @throws IllegalArgumentException if the URI is plain http to another host than loopback, or not an absolute http
     *     or https URI
     */
    public static GloebitEnvironment custom(URI baseUri) {
        URI base = checked(baseUri);
        if (!Arguments.isHttpsOrLoopback(base)) {
            throw new IllegalArgumentException("baseUri is " + base
                    + "; plain http is allowed for loopback only: tokens would travel in clear. See insecure(URI)");
        }
        return new GloebitEnvironment("custom", base);
    }

    /**
     * Returns an environment like {@link #custom(URI)}, but also for plain http to any host. Tokens and secrets are
     * then sent unencrypted, and answers can be forged. For closed test networks only.
     *
     * @param baseUri absolute, without a query, http or https
     * @return the environment, named {@code custom}
     */
    public static GloebitEnvironment insecure(URI baseUri) {
        return new GloebitEnvironment("custom", checked(baseUri));
    }

    private static URI checked(URI baseUri) {
        Arguments.absolute("baseUri", baseUri);
        if (baseUri.getRawQuery() != null) {
            throw new IllegalArgumentException("baseUri must have no query");
        }
        String text = baseUri.toString();
        return text.endsWith("/") ? baseUri : URI.create(text + "/");
    }

    /**
     * The name, which is part of the names of circuit breakers.
     *
     * @return {@code production}, {@code sandbox} or {@code custom}
     */
    public String name() {
        return name;
    }

    /**
     * The base URI of the service.
     *
     * @return an absolute URI that ends with a slash
     */
    public URI baseUri() {
        return baseUri;
    }

    /**
     * The page on which a user buys gloebits, for the browser. Users can obtain gloebits in no other way. Source:
     * {@code GET /purchase}.
     *
     * @param request the parameters of the page
     * @return an absolute URI
     */
    public URI purchaseUri(PurchasePageRequest request) {
        return PurchasePage.uri(baseUri, Arguments.required("request", request));
    }

    /**
     * The page on which a user approves or declines a subscription, for the browser. Source:
     * {@code /authorize-subscription/AUTHORIZATION_ID/} (OpenSim).
     *
     * @param authorizationId Gloebit's id of the authorization, 1 to 255 characters: letters, digits and hyphens
     * @return an absolute URI
     */
    public URI subscriptionUri(String authorizationId) {
        if (!Arguments.text("authorizationId", authorizationId, 255).matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("authorizationId may have letters, digits and hyphens only");
        }
        return URI.create(baseUri + "authorize-subscription/" + authorizationId + "/");
    }

    @Override
    public String toString() {
        return name + " (" + baseUri + ")";
    }
}
