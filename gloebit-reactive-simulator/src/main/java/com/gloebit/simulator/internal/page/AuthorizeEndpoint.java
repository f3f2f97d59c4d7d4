package com.gloebit.simulator.internal.page;

import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.internal.ledger.OpenBehaviours;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.oauth.AuthorizationCode;
import com.gloebit.simulator.internal.oauth.AuthorizationRequest;
import com.gloebit.simulator.internal.oauth.Authorizations;
import com.gloebit.simulator.internal.oauth.BearerAuthentication;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.OAuthError;
import com.gloebit.simulator.internal.oauth.Scope;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Endpoint;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import com.gloebit.simulator.internal.wire.Violations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Login and approval in the browser. Every step repeats and checks the query of the authorize request; a hidden field
 * identifies the login. There is no protection against cross-site requests, because the accounts are not real.
 */
public final class AuthorizeEndpoint implements Endpoint {
    private final Registry registry;
    private final Authorizations authorizations;
    private final Violations violations;
    private final OpenBehaviours open;

    public AuthorizeEndpoint(
            Registry registry, Authorizations authorizations, Violations violations, OpenBehaviours open) {
        this.registry = registry;
        this.authorizations = authorizations;
        this.violations = violations;
        this.open = open;
    }

    @Override
    public Answer answer(Request request) {
        try {
            BearerAuthentication.refuse(request);
            return answer(request, AuthorizationRequest.of(request.rawQuery(), registry));
        } catch (ContractViolation violation) {
            String text = violations.record(request.path(), String.valueOf(violation.getMessage()));
            return Answer.html(400, Pages.problem(text));
        }
    }

    private Answer answer(Request request, AuthorizationRequest authorization) {
        try {
            return step(request, authorization, authorization.checkedScopes());
        } catch (OAuthError error) {
            return errorRedirect(request, authorization, error);
        } catch (ContractViolation violation) {
            return errorRedirect(request, authorization, OAuthError.invalidRequest(violation));
        }
    }

    private Answer step(Request request, AuthorizationRequest authorization, Set<Scope> scopes) {
        if (!request.isPost()) {
            return loginPage(request, authorization, "");
        }
        RequestMembers fields = RequestMembers.ofForm(request.body());
        return fields.optionalText("login")
                .map(login -> decide(request, authorization, scopes, login, fields))
                .orElseGet(() -> login(request, authorization, scopes, fields));
    }

    private Answer login(
            Request request, AuthorizationRequest authorization, Set<Scope> scopes, RequestMembers fields) {
        Optional<Account> account = Login.account(fields, registry);
        if (account.isEmpty()) {
            return loginPage(request, authorization, Login.FAILED);
        }
        Grant grant = new Grant(authorization.application().key(), account.get().userName(), scopes);
        if (authorization.reuseToken() && authorizations.hasToken(grant)) {
            return approved(authorization, grant);
        }
        String login = authorizations.login(grant.userName());
        return Answer.html(200, Pages.approval(action(request), grant, login));
    }

    private Answer decide(
            Request request,
            AuthorizationRequest authorization,
            Set<Scope> scopes,
            String login,
            RequestMembers fields) {
        Optional<String> userName = authorizations.endLogin(login);
        if (userName.isEmpty()) {
            return loginPage(request, authorization, Login.OVER);
        }
        String key = authorization.application().key();
        if (!fields.optionalText("decision").equals(Optional.of("approve"))) {
            return Answer.html(200, Pages.refused(key));
        }
        return approved(authorization, new Grant(key, userName.get(), scopes));
    }

    private Answer approved(AuthorizationRequest authorization, Grant grant) {
        return authorization.isImplicit() ? tokenRedirect(authorization, grant) : codeRedirect(authorization, grant);
    }

    private Answer tokenRedirect(AuthorizationRequest authorization, Grant grant) {
        Map<String, String> added = new LinkedHashMap<>();
        added.put(
                open.has(OpenBehaviour.IMPLICIT_GRANT_NAMES_ACCESS_TOKEN) ? "access_token" : "token",
                authorizations.approve(grant, authorization.reuseToken()));
        added.put("token_type", "Bearer");
        return Answer.redirect(authorization.redirectWithFragment(added));
    }

    private Answer codeRedirect(AuthorizationRequest authorization, Grant grant) {
        String code = authorizations.issueCode(new AuthorizationCode(
                grant, authorization.scopeText(), authorization.redirectUri(), authorization.reuseToken()));
        return Answer.redirect(authorization.redirect(Map.of("code", code)));
    }

    private Answer errorRedirect(Request request, AuthorizationRequest authorization, OAuthError error) {
        Map<String, String> added = new LinkedHashMap<>();
        added.put("error", error.code());
        added.put(
                "error_description",
                error.isViolation() ? violations.record(request.path(), error.description()) : error.description());
        boolean inFragment = authorization.isImplicit() && open.has(OpenBehaviour.IMPLICIT_GRANT_ERROR_IN_FRAGMENT);
        return Answer.redirect(inFragment ? authorization.redirectWithFragment(added) : authorization.redirect(added));
    }

    private static Answer loginPage(Request request, AuthorizationRequest authorization, String alert) {
        return Answer.html(
                200,
                Pages.login(
                        action(request),
                        Login.reason(authorization.application().key()),
                        alert));
    }

    private static String action(Request request) {
        return request.path() + "?" + request.rawQuery();
    }
}
