package com.gloebit.simulator.internal.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import java.util.Base64;

/** Authenticates the application of a token exchange by key and secret, in the body or in an HTTP Basic header. */
public final class ClientAuthentication {
    private static final String BASIC = "Basic ";

    private final ApplicationLookup applications;

    public ClientAuthentication(ApplicationLookup applications) {
        this.applications = applications;
    }

    public static boolean isBasic(Request request) {
        return request.headers().get("Authorization", "").startsWith(BASIC);
    }

    public Application application(Request request, RequestMembers members) {
        return isBasic(request)
                ? basic(request, members)
                : application(members.text("client_id"), members.text("client_secret"));
    }

    private Application basic(Request request, RequestMembers members) {
        String[] credentials =
                decode(request.headers().get("Authorization", "")).split(":", 2);
        if (credentials.length != 2) {
            throw new ContractViolation("the Basic credentials have no colon");
        }
        if (members.has("client_secret")) {
            throw new ContractViolation("the secret is sent twice");
        }
        if (!members.optionalText("client_id").orElse(credentials[0]).equals(credentials[0])) {
            throw new ContractViolation("client_id is not that of the Basic credentials");
        }
        return application(credentials[0], credentials[1]);
    }

    private static String decode(String header) {
        try {
            return new String(Base64.getDecoder().decode(header.substring(BASIC.length())), UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ContractViolation("the Basic credentials are not Base64");
        }
    }

    private Application application(String key, String secret) {
        return applications
                .findApplication(key)
                .filter(application -> application.secret().equals(secret))
                .orElseThrow(() -> OAuthError.refusal("invalid_client", "unknown application or wrong secret"));
    }
}
