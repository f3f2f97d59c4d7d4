package com.gloebit.reactive.internal.oauth;

import com.gloebit.reactive.authorization.AccessType;
import com.gloebit.reactive.authorization.ApprovalPrompt;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.failure.CrossSiteStateException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.internal.Arguments;
import com.gloebit.reactive.internal.application.Application;
import com.gloebit.reactive.internal.application.Signer;
import com.gloebit.reactive.internal.subject.GrantedScopes;
import com.gloebit.reactive.internal.subject.TokenRequest;
import com.gloebit.reactive.internal.uri.QueryString;
import com.gloebit.reactive.settings.GloebitEnvironment;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two OAuth grants up to the token exchange: the authorize URL, and the callback of the browser. An application
 * with a secret gets a code (authorization code grant). One without, a public client, gets the token itself (implicit
 * grant).
 */
public final class AuthorizationFlow {
    private static final String CALLBACK = "authorization-callback";

    // These parameters must occur at most once in the callback. A browser, proxy or page may have added others.
    private static final Set<String> CODE_PARAMETERS = Set.of("state", "error", "code");
    private static final Set<String> TOKEN_PARAMETERS =
            Set.of("state", "error", "code", "token", "access_token", "scope");

    private final Application application;
    private final GloebitEnvironment environment;
    private final Signer signer;
    private final Set<Scope> scopes;
    private final @Nullable URI redirectUri;

    public AuthorizationFlow(
            Application application,
            GloebitEnvironment environment,
            Signer signer,
            Set<Scope> scopes,
            @Nullable URI redirectUri) {
        this.application = application;
        this.environment = environment;
        this.signer = signer;
        this.scopes = scopes;
        this.redirectUri = redirectUri;
    }

    public URI authorizationUri(AuthorizationRequest request) {
        AuthorizationState state = new AuthorizationState(
                redirectUri(request), request.scopes() == null ? scopes : request.scopes(), request.user());
        AccessType accessType = request.accessType();
        ApprovalPrompt approvalPrompt = request.approvalPrompt();
        QueryString query = new QueryString()
                .add("client_id", application.key())
                .add("scope", Scope.format(state.scopes()))
                .add("redirect_uri", state.redirectUri())
                .add("response_type", application.secrets().isConfidential() ? "code" : "token")
                .add("state", state.signed(signer, request.session(), application.now()))
                .add("access_type", accessType == null ? null : accessType.text())
                .add("approval_prompt", approvalPrompt == null ? null : approvalPrompt.text())
                .add("user", request.user())
                .add("uid", request.uid())
                .add("r", request.keyAlias())
                .add("return-to", request.returnTo());
        return URI.create(environment.baseUri() + "oauth2/authorize" + query);
    }

    private URI redirectUri(AuthorizationRequest request) {
        URI uri = request.redirectUri() == null ? redirectUri : request.redirectUri();
        if (uri == null) {
            throw new IllegalArgumentException(
                    "redirectUri is not set; set it on the client or on the AuthorizationRequest");
        }
        return application.secrets().isConfidential() ? uri : Arguments.httpsOrLoopback("redirectUri", uri);
    }

    /** Reads the callback. The state is verified before any other parameter is used, including an error. */
    public AuthorizationResponse accept(String callback, String session) {
        Map<String, String> parameters = QueryString.parse(
                callback, application.secrets().isConfidential() ? CODE_PARAMETERS : TOKEN_PARAMETERS);
        AuthorizationState state = parameters == null
                ? null
                : AuthorizationState.verified(parameters.get("state"), signer, session, application.now());
        if (parameters == null || state == null) {
            throw new CrossSiteStateException(FailureDetails.beforeSending(CALLBACK), null);
        }
        if (parameters.containsKey("error")) {
            throw failed(parameters.get("error"));
        }
        return application.secrets().isConfidential() ? code(parameters, state) : token(parameters, state);
    }

    private AuthorizationResponse code(Map<String, String> parameters, AuthorizationState state) {
        String code = parameters.get("code");
        if (code == null || code.isBlank()) {
            throw failed(null);
        }
        return new AuthorizationResponse.Code(
                new TokenRequest(application.secrets(), code, state.scopes(), state.redirectUri()), state.user());
    }

    /** Accepts Gloebit's name of the parameter, then the name of RFC 6749. */
    private static AuthorizationResponse token(Map<String, String> parameters, AuthorizationState state) {
        String token = parameters.containsKey("token") ? parameters.get("token") : parameters.get("access_token");
        if (token == null || !Arguments.isSecret(token)) {
            throw failed(null);
        }
        return new AuthorizationResponse.Token(
                Credential.of(token, null, null, GrantedScopes.of(parameters.get("scope"), state.scopes())),
                state.user());
    }

    private static AuthorizationFailedException failed(@Nullable String error) {
        return new AuthorizationFailedException(error, FailureDetails.beforeSending(CALLBACK), null);
    }
}
