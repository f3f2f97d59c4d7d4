package com.gloebit.simulator.internal.endpoint;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.internal.ledger.Account;
import com.gloebit.simulator.internal.ledger.HoldUrls;
import com.gloebit.simulator.internal.oauth.RedirectPrefix;
import com.gloebit.simulator.internal.wire.ContractViolation;
import com.gloebit.simulator.internal.wire.EndpointPaths;
import com.gloebit.simulator.internal.wire.Request;
import com.gloebit.simulator.internal.wire.RequestMembers;
import java.math.BigDecimal;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The body of a transact request, in the spelling of whichever client sent it. */
final class TransactForm {

    private static final Set<String> KNOWN = Set.of(
            "version",
            "application-key",
            "consumer-key",
            "request-created",
            "username-on-application",
            "username-on-consumer",
            "merchant-user-id",
            "transaction-id",
            "id",
            "buyer-id-on-application",
            "app-user-id",
            "product",
            "product-quantity",
            "character-id",
            "asset-code",
            "asset-quantity",
            "gloebit-balance-change",
            "asset-enact-hold-url",
            "asset-consume-hold-url",
            "asset-cancel-hold-url",
            "platform-desc-names",
            "platform-desc-values",
            "location-desc-names",
            "location-desc-values",
            "transaction-desc-names",
            "transaction-desc-values",
            "automated-transaction",
            "subscription-id",
            "gloebit-recipient-user-name");
    private static final Set<String> SELLER = Set.of(
            "seller-name-on-application", "seller-id-on-application", "seller-id-from-gloebit", "seller-email-address");
    private static final List<String> ITEM_ONLY = List.of("asset-quantity", "gloebit-balance-change");
    private static final List<String> PRODUCT_ONLY = List.of("product-quantity", "character-id");
    private static final List<String> DESCRIPTIONS = List.of("platform", "location", "transaction");
    private static final List<String> LATER = List.of(
            "buyer-id-on-application",
            "app-user-id",
            "platform-desc-names",
            "platform-desc-values",
            "location-desc-names",
            "location-desc-values",
            "transaction-desc-names",
            "transaction-desc-values",
            "automated-transaction",
            "subscription-id");
    private static final int MAX_ID_LENGTH = 36;

    private final RequestMembers members;
    private final boolean userPayment;

    private TransactForm(RequestMembers members, boolean userPayment) {
        this.members = members;
        this.userPayment = userPayment;
    }

    static TransactForm of(Request request, Application application, Account payer) {
        TransactForm form = of(request);
        form.checkCommon(application, payer);
        form.checkHoldUrls(application);
        DESCRIPTIONS.forEach(form::checkDescriptions);
        if (form.isProduct()) {
            form.refuseWith("product", ITEM_ONLY);
        } else {
            form.refuseWith("asset-code", PRODUCT_ONLY);
        }
        return form;
    }

    private static TransactForm of(Request request) {
        if (!request.path().equals(EndpointPaths.USER_PAYMENT)) {
            return new TransactForm(members(request).only(KNOWN), false);
        }
        Set<String> known = new HashSet<>(KNOWN);
        known.addAll(SELLER);
        TransactForm form = new TransactForm(RequestMembers.ofJson(request).only(known), true);
        form.checkSeller();
        return form;
    }

    private static RequestMembers members(Request request) {
        return request.path().equals(EndpointPaths.TRANSACT) && request.isUnlabelledJson()
                ? RequestMembers.ofJson(request.body())
                : RequestMembers.of(request);
    }

    void refuseLaterMembers(Request request) {
        if (request.path().equals(EndpointPaths.TRANSACT)) {
            refuseWith(EndpointPaths.TRANSACT, LATER);
        }
    }

    boolean isUserPayment() {
        return userPayment;
    }

    boolean namesSeller() {
        return members.has("seller-id-from-gloebit") || members.has("seller-email-address");
    }

    Optional<UUID> sellerId() {
        return members.optionalUuid("seller-id-from-gloebit");
    }

    Optional<String> sellerEmailAddress() {
        return members.optionalText("seller-email-address");
    }

    String transactionId() {
        String id = members.text("transaction-id", "id");
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
            throw new ContractViolation("the transaction id does not have 1 to 36 characters");
        }
        return id;
    }

    boolean isProduct() {
        if (members.has("product") == members.has("asset-code")) {
            throw new ContractViolation("exactly one of product and asset-code is needed");
        }
        return members.has("product");
    }

    String product() {
        return members.text("product");
    }

    int productQuantity() {
        return members.optionalCount("product-quantity").orElse(1);
    }

    Optional<UUID> characterId() {
        return members.optionalUuid("character-id");
    }

    String assetCode() {
        return members.text("asset-code");
    }

    int assetQuantity() {
        return members.count("asset-quantity");
    }

    BigDecimal amount() {
        BigDecimal amount = members.number("gloebit-balance-change");
        if (amount.signum() < 0) {
            throw new ContractViolation("gloebit-balance-change is negative");
        }
        return amount;
    }

    boolean automated() {
        return members.flag("automated-transaction");
    }

    Optional<UUID> subscriptionId() {
        return members.optionalUuid("subscription-id");
    }

    HoldUrls holdUrls() {
        Map<HoldStep, URI> urls = new EnumMap<>(HoldStep.class);
        for (HoldStep step : HoldStep.values()) {
            members.optionalUri(HoldUrls.member(step)).ifPresent(uri -> urls.put(step, uri));
        }
        return new HoldUrls(urls);
    }

    /** Ignores the time of the request: a purchase that is repeated after a top-up has a new one. */
    String content() {
        return members.contentWithout("request-created");
    }

    private void checkSeller() {
        if (members.has("product")) {
            throw new ContractViolation("product is not allowed in a payment between users");
        }
        members.text("seller-name-on-application");
        members.text("seller-id-on-application");
        sellerId();
        sellerEmailAddress();
    }

    private void checkCommon(Application application, Account payer) {
        if (members.number("version").compareTo(BigDecimal.ONE) != 0) {
            throw new ContractViolation("version is not 1");
        }
        checkApplicationKey(members.text("application-key", "consumer-key"), application);
        members.number("request-created");
        members.text("username-on-application", "username-on-consumer", "merchant-user-id");
        members.optionalText("buyer-id-on-application");
        members.optionalText("gloebit-recipient-user-name");
        members.optionalText("app-user-id").ifPresent(id -> checkAppUser(id, application, payer));
    }

    static void checkApplicationKey(String key, Application application) {
        if (!key.equals(application.key())) {
            throw new ContractViolation("application-key is not that of the token's application");
        }
    }

    static void checkAppUser(String id, Application application, Account payer) {
        if (!id.equalsIgnoreCase(payer.idFor(application.key()).toString())) {
            throw new ContractViolation("app-user-id is not the payer's app_user_id of the token exchange");
        }
    }

    private void checkHoldUrls(Application application) {
        holdUrls().urls().forEach((step, uri) -> {
            if (!RedirectPrefix.accepts(application, uri)) {
                throw new ContractViolation(
                        HoldUrls.member(step) + " does not begin with a redirect prefix of the application");
            }
            if (!uri.getScheme().toLowerCase(Locale.ROOT).matches("https?")) {
                throw new ContractViolation(HoldUrls.member(step) + " is neither http nor https");
            }
        });
    }

    private void checkDescriptions(String about) {
        int names = lengthOf(about + "-desc-names");
        int values = lengthOf(about + "-desc-values");
        if (names != values) {
            throw new ContractViolation(about + "-desc-names and " + about + "-desc-values have different lengths");
        }
    }

    private int lengthOf(String array) {
        return members.optionalTexts(array).map(List::size).orElse(0);
    }

    private void refuseWith(String chosen, List<String> names) {
        names.stream().filter(members::has).findFirst().ifPresent(name -> {
            throw new ContractViolation(name + " is not allowed together with " + chosen);
        });
    }
}
