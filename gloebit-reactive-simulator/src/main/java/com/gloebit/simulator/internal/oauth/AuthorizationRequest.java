package com.gloebit.simulator.internal.oauth;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Loopback;
import com.gloebit.simulator.internal.wire.PercentEncoding;
import com.gloebit.simulator.internal.wire.RequestMembers;
import com.gloebit.simulator.internal.wire.ViolationText;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The query of an authorize request. Application and redirect URI are checked: later errors may be sent to the redirect
 * URI.
 *
 * @param parameters all parameters, for the remaining checks
 */
public record AuthorizationRequest(Application application, URI redirectUri, Map<String, String> parameters) {
    private static final Set<String> KNOWN = Set.of(
            "client_id",
            "scope",
            "redirect_uri",
            "response_type",
            "state",
            "access_type",
            "approval_prompt",
            "user",
            "uid",
            "r",
            "return-to");

    public static AuthorizationRequest of(String rawQuery, ApplicationLookup applications) {
        Map<String, String> parameters = PercentEncoding.decodeForm(rawQuery);
        Application application = applications
                .findApplication(required(parameters, "client_id"))
                .orElseThrow(() -> new ContractViolation("client_id is not a known application"));
        URI redirectUri = RequestMembers.uri("redirect_uri", required(parameters, "redirect_uri"));
        if (!RedirectPrefix.accepts(application, redirectUri)) {
            throw new ContractViolation("redirect_uri does not begin with a redirect prefix of the application");
        }
        return new AuthorizationRequest(application, redirectUri, parameters);
    }

    /** Checks the remaining parameters, and returns the requested scope. */
    public Set<Scope> checkedScopes() {
        parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ContractViolation("the request has an unknown parameter: " + ViolationText.quoted(name));
                });
        checkResponseType();
        optional("access_type").ifPresent(AuthorizationRequest::checkAccessType);
        checkApprovalPrompt();
        checkReturnTo();
        return scopes(scopeText());
    }

    public String scopeText() {
        return required(parameters, "scope");
    }

    /** Whether the request is for a token instead of a code. */
    public boolean isImplicit() {
        return "token".equals(parameters.get("response_type"));
    }

    public boolean reuseToken() {
        return "auto".equals(parameters.get("approval_prompt"));
    }

    /** The redirect URI with further query parameters and the state, if one was sent. */
    public String redirect(Map<String, String> added) {
        return redirect(redirectUri.getRawQuery() == null ? "?" : "&", added);
    }

    /** The redirect URI with the parameters and the state in a fragment, which browsers do not send to servers. */
    public String redirectWithFragment(Map<String, String> added) {
        return redirect("#", added);
    }

    private String redirect(String begin, Map<String, String> added) {
        StringBuilder location = new StringBuilder(redirectUri.toString());
        String separator = begin;
        for (Map.Entry<String, String> parameter : added.entrySet()) {
            append(location, separator, parameter.getKey(), parameter.getValue());
            separator = "&";
        }
        optional("state").ifPresent(state -> append(location, "&", "state", state));
        return location.toString();
    }

    public static void checkAccessType(String value) {
        if (!value.equals("online") && !value.equals("offline")) {
            throw new ContractViolation("access_type is neither online nor offline");
        }
    }

    public static Set<Scope> scopes(String text) {
        try {
            return Scope.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw OAuthError.violation("invalid_scope", "scope contains an unknown word");
        }
    }

    /** Checks the response type. A token needs an https redirect URI, or one of this machine. */
    private void checkResponseType() {
        String value = required(parameters, "response_type");
        if (!value.equals("code") && !value.equals("token")) {
            throw OAuthError.violation("unsupported_response_type", "response_type is neither code nor token");
        }
        if (isImplicit() && !"https".equalsIgnoreCase(redirectUri.getScheme()) && !Loopback.hosts(redirectUri)) {
            throw new ContractViolation("redirect_uri is not https; response_type token needs https");
        }
    }

    private void checkApprovalPrompt() {
        optional("approval_prompt").ifPresent(value -> {
            if (!value.equals("force") && !value.equals("auto")) {
                throw new ContractViolation("approval_prompt is neither force nor auto");
            }
        });
    }

    private void checkReturnTo() {
        optional("return-to").ifPresent(value -> {
            if (!RedirectPrefix.accepts(application, RequestMembers.uri("return-to", value))) {
                throw new ContractViolation("return-to does not begin with a redirect prefix of the application");
            }
        });
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static String required(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name))
                .orElseThrow(() -> new ContractViolation("the parameter " + name + " is missing"));
    }

    private static void append(StringBuilder location, String separator, String name, String value) {
        location.append(separator).append(name).append('=').append(PercentEncoding.encode(value));
    }
}
