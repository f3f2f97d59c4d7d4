package com.gloebit.simulator.internal.endpoint;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.internal.ledger.OpenBehaviours;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.oauth.AuthorizationCode;
import com.gloebit.simulator.internal.oauth.AuthorizationRequest;
import com.gloebit.simulator.internal.oauth.Authorizations;
import com.gloebit.simulator.internal.oauth.BearerAuthentication;
import com.gloebit.simulator.internal.oauth.ClientAuthentication;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.OAuthError;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.Bodies;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Endpoint;
import com.gloebit.simulator.internal.wire.Json;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import com.gloebit.simulator.internal.wire.Violations;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Exchanges authorization codes for access tokens. */
public final class TokenEndpoint implements Endpoint {
    private static final Set<String> KNOWN =
            Set.of("client_id", "client_secret", "code", "grant_type", "scope", "redirect_uri", "access_type");
    private static final String INVALID_GRANT = "invalid_grant";

    private final Registry registry;
    private final Authorizations authorizations;
    private final ClientAuthentication authentication;
    private final Violations violations;
    private final OpenBehaviours open;

    public TokenEndpoint(Registry registry, Authorizations authorizations, Violations violations, OpenBehaviours open) {
        this.registry = registry;
        this.authorizations = authorizations;
        this.authentication = new ClientAuthentication(registry);
        this.violations = violations;
        this.open = open;
    }

    @Override
    public Answer answer(Request request) {
        try {
            return exchange(request);
        } catch (OAuthError error) {
            return refused(request, error);
        } catch (ContractViolation violation) {
            return refused(request, OAuthError.invalidRequest(violation));
        }
    }

    private Answer exchange(Request request) {
        RequestMembers members = members(request);
        Application application = authentication.application(request, members);
        checkGrantType(members);
        AuthorizationCode code = code(members, application);
        checkAsAuthorized(request, members, code);
        return authorizations.exchange(code).map(token -> issued(code, token)).orElseThrow(() -> reused(code));
    }

    private static RequestMembers members(Request request) {
        BearerAuthentication.refuse(request);
        if (!request.isPost()) {
            return membersOfQuery(request);
        }
        Bodies.expectNoQuery(request);
        if (!request.contentType().equals(RequestMembers.FORM)) {
            throw new ContractViolation("the content type is not " + RequestMembers.FORM);
        }
        return RequestMembers.of(request).only(KNOWN);
    }

    /** Reads the query of the Haxe client, which contains its state. */
    private static RequestMembers membersOfQuery(Request request) {
        Bodies.expectNoBody(request);
        Set<String> known = new HashSet<>(KNOWN);
        known.add("state");
        return RequestMembers.ofForm(request.rawQuery()).only(known);
    }

    private static void checkGrantType(RequestMembers members) {
        if (!members.text("grant_type").equals("authorization_code")) {
            throw OAuthError.violation("unsupported_grant_type", "grant_type is not authorization_code");
        }
        members.optionalText("access_type").ifPresent(AuthorizationRequest::checkAccessType);
    }

    private AuthorizationCode code(RequestMembers members, Application application) {
        return authorizations
                .code(members.text("code"))
                .filter(code -> code.grant().applicationKey().equals(application.key()))
                .orElseThrow(() -> OAuthError.refusal(INVALID_GRANT, "the code is unknown to this application"));
    }

    private static void checkAsAuthorized(Request request, RequestMembers members, AuthorizationCode code) {
        if (!members.text("redirect_uri").equals(code.redirectUri().toString())) {
            throw OAuthError.violation(INVALID_GRANT, "redirect_uri is not that of the authorize request");
        }
        if (ClientAuthentication.isBasic(request) && !members.has("scope")) {
            return;
        }
        if (!AuthorizationRequest.scopes(members.text("scope"))
                .equals(code.grant().scopes())) {
            throw OAuthError.violation(INVALID_GRANT, "scope is not that of the authorize request");
        }
    }

    private Answer issued(AuthorizationCode code, String token) {
        Grant grant = code.grant();
        ObjectNode body = Json.object()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("scope", code.scopeText())
                .put(
                        "app_user_id",
                        registry.account(grant.userName())
                                .idFor(grant.applicationKey())
                                .toString());
        return new Answer(
                200, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), Json.text(body));
    }

    private OAuthError reused(AuthorizationCode code) {
        if (!open.has(OpenBehaviour.REUSED_CODE_KEEPS_TOKEN)) {
            authorizations.revokeTokenOf(code);
        }
        return OAuthError.refusal(INVALID_GRANT, "the code was exchanged before");
    }

    private Answer refused(Request request, OAuthError error) {
        if (error.isViolation()) {
            String text = violations.record(request.path(), error.description());
            return Answer.json(400, Json.object().put("error", error.code()).put("error_description", text));
        }
        if (open.has(OpenBehaviour.REFUSED_EXCHANGE_ANSWERS_200)) {
            return Answer.json(200, Json.object().put("error", error.code()).put("reason", error.description()));
        }
        int status = error.code().equals("invalid_client") ? 401 : 400;
        ObjectNode body = Json.object().put("error", error.code()).put("error_description", error.description());
        return ClientAuthentication.isBasic(request) && status == 401
                ? new Answer(
                        status,
                        Map.of("Content-Type", "application/json", "WWW-Authenticate", "Basic realm=\"gloebit\""),
                        Json.text(body))
                : Answer.json(status, body);
    }
}
