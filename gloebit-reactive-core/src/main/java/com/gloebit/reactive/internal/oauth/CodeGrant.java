package com.gloebit.reactive.internal.oauth;

import com.gloebit.reactive.ClientSecrets;
import com.gloebit.reactive.GloebitEnvironment;
import com.gloebit.reactive.Scope;
import com.gloebit.reactive.authorization.AccessType;
import com.gloebit.reactive.authorization.ApprovalPrompt;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.failure.AuthorizationFailedException;
import com.gloebit.reactive.failure.CrossSiteStateException;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.internal.Signer;
import com.gloebit.reactive.internal.endpoint.TokenRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OAuth's authorization code grant, up to the exchange: where to send the browser, and what to make of its return. */
public final class CodeGrant {
    private static final String CALLBACK = "authorization-callback";

    private final ClientSecrets secrets;
    private final GloebitEnvironment environment;
    private final Signer signer;
    private final Clock clock;
    private final Set<Scope> scopes;
    private final @Nullable URI redirectUri;

    public CodeGrant(
            ClientSecrets secrets,
            GloebitEnvironment environment,
            Signer signer,
            Clock clock,
            Set<Scope> scopes,
            @Nullable URI redirectUri) {
        this.secrets = secrets;
        this.environment = environment;
        this.signer = signer;
        this.clock = clock;
        this.scopes = scopes;
        this.redirectUri = redirectUri;
    }

    /** What the return of the browser brought: the exchange to make, and for which user. */
    public record Return(TokenRequest request, @Nullable String user) {
        @Override
        public String toString() {
            return "Return[redacted]";
        }
    }

    public URI authorizationUri(AuthorizationRequest request) {
        AuthorizationState state = new AuthorizationState(
                redirectUri(request), request.scopes() == null ? scopes : request.scopes(), request.user());
        AccessType accessType = request.accessType();
        ApprovalPrompt approvalPrompt = request.approvalPrompt();
        QueryString query = new QueryString()
                .add("client_id", secrets.key())
                .add("scope", Scope.format(state.scopes()))
                .add("redirect_uri", state.redirectUri())
                .add("response_type", "code")
                .add("state", state.signed(signer, request.session(), clock.instant()))
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
        return uri;
    }

    /** The state is checked before anything else is believed, an error included. */
    public Return accept(String callbackQuery, String session) {
        Map<String, String> query = QueryString.parse(callbackQuery);
        AuthorizationState state = query == null
                ? null
                : AuthorizationState.verified(query.get("state"), signer, session, clock.instant());
        if (query == null || state == null) {
            throw new CrossSiteStateException(FailureDetails.beforeSending(CALLBACK), null);
        }
        String code = query.get("code");
        if (query.containsKey("error") || code == null || code.isBlank()) {
            throw new AuthorizationFailedException(query.get("error"), FailureDetails.beforeSending(CALLBACK), null);
        }
        return new Return(new TokenRequest(secrets, code, state.scopes(), state.redirectUri()), state.user());
    }
}
