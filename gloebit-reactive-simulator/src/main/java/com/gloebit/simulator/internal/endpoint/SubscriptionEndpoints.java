package com.gloebit.simulator.internal.endpoint;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.internal.ledger.Ledger;
import com.gloebit.simulator.internal.ledger.OpenBehaviours;
import com.gloebit.simulator.internal.ledger.Registry;
import com.gloebit.simulator.internal.ledger.Subscription;
import com.gloebit.simulator.internal.ledger.SubscriptionAuthorization;
import com.gloebit.simulator.internal.ledger.Subscriptions;
import com.gloebit.simulator.internal.oauth.BearerAuthentication;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.Scope;
import com.gloebit.simulator.internal.wire.Answer;
import com.gloebit.simulator.internal.wire.Bodies;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.Json;
import com.gloebit.simulator.internal.wire.RandomSource;
import com.gloebit.simulator.internal.wire.Refusal;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Creates subscriptions and authorization requests. */
public final class SubscriptionEndpoints {

    private static final String DIFFERENT = "different subscription exists with this app-subscription-id";

    private final Registry registry;
    private final Ledger ledger;
    private final Subscriptions subscriptions;
    private final BearerAuthentication authentication;
    private final OpenBehaviours open;
    private final Clock clock;
    private final RandomSource random;

    public SubscriptionEndpoints(
            Registry registry,
            Ledger ledger,
            BearerAuthentication authentication,
            OpenBehaviours open,
            Clock clock,
            RandomSource random) {
        this.registry = registry;
        this.ledger = ledger;
        this.subscriptions = registry.subscriptions();
        this.authentication = authentication;
        this.open = open;
        this.clock = clock;
        this.random = random;
    }

    public Answer create(Request request) {
        BearerAuthentication.refuse(request);
        RequestMembers members = body(request)
                .only(Set.of("client_id", "client_secret", "application-key", "local-id", "name", "description"));
        Subscription asked = new Subscription(
                random.uuid(),
                applicationKey(members),
                members.text("local-id"),
                notBlank(members, "name"),
                notBlank(members, "description"),
                clock.instant().getEpochSecond(),
                true);
        return subscriptions
                .addOrFind(asked)
                .map(known -> known.hasTextsOf(asked)
                        ? Answer.success(json(known).put("status", "duplicate"))
                        : different(known))
                .orElseGet(() -> Answer.success(json(asked)));
    }

    public Answer authorize(Request request) {
        Grant grant = authentication.grant(request, Scope.TRANSACT);
        RequestMembers members = body(request)
                .only(Set.of(
                        "application-key",
                        "request-created",
                        "username-on-application",
                        "user-id-on-application",
                        "app-user-id",
                        "subscription-id"));
        check(members, grant);
        UUID subscriptionId = RequestMembers.uuid("subscription-id", members.text("subscription-id"));
        return authorizationRefusal(subscriptionId, grant)
                .map(status -> Answer.json(
                        200,
                        Json.object()
                                .put("success", false)
                                .put("status", status)
                                .put("reason", status)))
                .orElseGet(() -> authorize(subscriptionId, grant));
    }

    private Answer authorize(UUID subscriptionId, Grant grant) {
        SubscriptionAuthorization asked = new SubscriptionAuthorization(
                random.uuid(), subscriptionId, grant.userName(), SubscriptionAuthorization.State.PENDING);
        return subscriptions.addOrFind(asked).map(this::duplicate).orElseGet(() -> Answer.success(json(asked)));
    }

    private Optional<String> authorizationRefusal(UUID subscriptionId, Grant grant) {
        Optional<Subscription> subscription = subscriptions.find(subscriptionId);
        if (ledger.isLocked(grant.userName())) {
            return Optional.of("cannot-transact");
        }
        if (subscription.isEmpty()) {
            return Optional.of("subscription-not-found");
        }
        if (!subscription.get().applicationKey().equals(grant.applicationKey())) {
            return Optional.of("mismatched-application-key");
        }
        return subscription.get().enabled() ? Optional.empty() : Optional.of("subscription-disabled");
    }

    private void check(RequestMembers members, Grant grant) {
        Application application = registry.application(grant.applicationKey());
        TransactForm.checkApplicationKey(members.text("application-key"), application);
        members.number("request-created");
        members.text("username-on-application");
        members.text("user-id-on-application");
        members.optionalText("app-user-id")
                .ifPresent(id -> TransactForm.checkAppUser(id, application, registry.account(grant.userName())));
    }

    /** Authenticates the application by key and secret; there is no token. */
    private String applicationKey(RequestMembers members) {
        String key = members.text("client_id");
        String secret = members.text("client_secret");
        Application application = registry.findApplication(key)
                .filter(known -> known.secret().equals(secret))
                .orElseThrow(() -> new Refusal("unknown consumer"));
        if (!members.text("application-key").equals(key)) {
            throw new ContractViolation("application-key is not client_id");
        }
        return application.key();
    }

    private static RequestMembers body(Request request) {
        Bodies.expectNoQuery(request);
        return RequestMembers.ofJson(request);
    }

    private static String notBlank(RequestMembers members, String name) {
        String text = members.text(name);
        if (text.isBlank()) {
            throw new ContractViolation(name + " is blank");
        }
        return text;
    }

    private static ObjectNode json(Subscription subscription) {
        return Json.object().put("id", subscription.id().toString()).put("enabled", subscription.enabled());
    }

    private static ObjectNode json(SubscriptionAuthorization authorization) {
        return Json.object()
                .put("id", authorization.id().toString())
                .put("pending", authorization.is(SubscriptionAuthorization.State.PENDING))
                .put("enabled", authorization.is(SubscriptionAuthorization.State.APPROVED));
    }

    private static Answer different(Subscription known) {
        ObjectNode body = Json.object()
                .put("success", false)
                .put("reason", DIFFERENT)
                .put("existing-subscription-id", known.id().toString())
                .put("existing-subscription-name", known.name())
                .put("existing-subscription-description", known.description())
                .put("existing-subscription-additional_details", "")
                .put("existing-subscription-enabled", known.enabled())
                .put("existing-subscription-ctime", known.created());
        return Answer.json(200, body);
    }

    private Answer duplicate(SubscriptionAuthorization known) {
        String status = known.state().duplicateStatus();
        if (!open.has(OpenBehaviour.DUPLICATE_AUTHORIZATION_ANSWERS_FAILURE)) {
            return Answer.success(json(known).put("status", status));
        }
        ObjectNode body = Json.object()
                .put("success", false)
                .put("status", status)
                .put("reason", status)
                .put("subscription-authorization-id", known.id().toString());
        return Answer.json(200, body);
    }
}
