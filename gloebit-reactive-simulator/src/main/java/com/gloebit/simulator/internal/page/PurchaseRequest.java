package com.gloebit.simulator.internal.page;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.internal.oauth.ApplicationLookup;
import com.gloebit.simulator.internal.oauth.RedirectPrefix;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.PercentEncoding;
import com.gloebit.simulator.internal.wire.RequestMembers;
import com.gloebit.simulator.internal.wire.ViolationText;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The query of the page on which users buy gloebits.
 *
 * @param returnTo the target of the page's link; empty without a valid key
 */
record PurchaseRequest(Optional<URI> returnTo) {
    private static final Set<String> KNOWN = Set.of("r", "return-to", "inform", "reset");

    /** Checks the parameters. The flags inform and reset have no effect, as in the service. */
    static PurchaseRequest of(String rawQuery, ApplicationLookup applications) {
        Map<String, String> parameters = PercentEncoding.decodeForm(rawQuery);
        refuseUnknown(parameters.keySet());
        if (!parameters.getOrDefault("reset", "").isEmpty()) {
            throw new ContractViolation("reset is a flag and must not have a value");
        }
        Optional<URI> inform = uri("inform", parameters);
        Optional<Application> application =
                Optional.ofNullable(parameters.get("r")).flatMap(applications::findApplication);
        if (application.isEmpty()) {
            return new PurchaseRequest(Optional.empty());
        }
        inform.ifPresent(uri -> check("inform", uri, application.get()));
        Optional<URI> returnTo = uri("return-to", parameters);
        returnTo.ifPresent(uri -> check("return-to", uri, application.get()));
        return new PurchaseRequest(returnTo);
    }

    private static void refuseUnknown(Set<String> names) {
        names.stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw new ContractViolation("the request has an unknown parameter: " + ViolationText.quoted(name));
        });
    }

    private static Optional<URI> uri(String name, Map<String, String> parameters) {
        return Optional.ofNullable(parameters.get(name)).map(text -> RequestMembers.uri(name, text));
    }

    private static void check(String name, URI uri, Application application) {
        if (!RedirectPrefix.accepts(application, uri)) {
            throw new ContractViolation(name + " does not begin with a redirect prefix of the application");
        }
    }
}
