package com.gloebit.reactive.settings;

import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.uri.PurchasePage;
import com.gloebit.reactive.transaction.PurchasePageRequest;
import java.net.URI;

/** Which Gloebit service to talk to. */
public final class GloebitEnvironment {
    /** Real gloebits, which are bought with real money. */
    public static final GloebitEnvironment PRODUCTION =
            new GloebitEnvironment("production", URI.create("https://www.gloebit.com/"));

    /** Gloebit's sandbox: the same service, gloebits of no worth. */
    public static final GloebitEnvironment SANDBOX =
            new GloebitEnvironment("sandbox", URI.create("https://sandbox.gloebit.com/"));

    private final String name;
    private final URI baseUri;

    private GloebitEnvironment(String name, URI baseUri) {
        this.name = name;
        this.baseUri = baseUri;
    }

    /**
     * The environment that a setting names.
     *
     * @param nameOrUri {@code production}, {@code sandbox}, or the base URI of another service, as {@link #custom(URI)}
     *     takes it
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
     * Another service that speaks Gloebit's protocol: a simulator, a proxy.
     *
     * @param baseUri absolute, https, or http on a loopback address; paths are resolved below its path
     * @return the environment, named {@code custom}
     * @throws IllegalArgumentException if it is plain http to anything but loopback, or no absolute http URI
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
     * As {@link #custom(URI)}, but over plain http to any host: tokens and secrets travel in clear and answers can be
     * forged. For closed test networks only.
     *
     * @param baseUri absolute, http or https
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
     * The name, as in the names of circuit breakers.
     *
     * @return {@code production}, {@code sandbox} or {@code custom}
     */
    public String name() {
        return name;
    }

    /**
     * Where the service is.
     *
     * @return an absolute URI that ends with a slash
     */
    public URI baseUri() {
        return baseUri;
    }

    /**
     * The page where a user buys gloebits, for the browser: the only way to come by them. Source: {@code GET /purchase}.
     *
     * @param request what to say to the page
     * @return an absolute URI
     */
    public URI purchaseUri(PurchasePageRequest request) {
        return PurchasePage.uri(baseUri, Arguments.required("request", request));
    }

    /**
     * The page where a user decides about a subscription, for the browser. Source:
     * {@code /authorize-subscription/AUTHORIZATION_ID/} (OpenSim).
     *
     * @param authorizationId Gloebit's id of the authorization: letters, digits and hyphens
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
