package com.gloebit.simulator;

import java.math.BigDecimal;
import java.util.List;
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
    private static final List<String> ITEM_ONLY = List.of("asset-quantity", "gloebit-balance-change");
    private static final List<String> PRODUCT_ONLY = List.of("product-quantity", "character-id");
    private static final List<String> HOLD_URLS =
            List.of("asset-enact-hold-url", "asset-consume-hold-url", "asset-cancel-hold-url");
    private static final List<String> DESCRIPTIONS = List.of("platform", "location", "transaction");
    private static final int MAX_ID_LENGTH = 36;

    private final Members members;

    private TransactForm(Members members) {
        this.members = members;
    }

    static TransactForm of(Request request, Application application, Account payer) {
        TransactForm form = new TransactForm(Members.of(request).only(KNOWN));
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

    String transactionId() {
        String id = members.text("transaction-id", "id");
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
            throw new ContractViolation("the transaction id has not 1 to 36 characters");
        }
        return id;
    }

    boolean isProduct() {
        if (members.has("product") == members.has("asset-code")) {
            throw new ContractViolation("one of product and asset-code is needed, not both");
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

    boolean hasSubscription() {
        return members.optionalText("subscription-id").isPresent();
    }

    String content() {
        return members.content();
    }

    private void checkCommon(Application application, Account payer) {
        if (members.number("version").compareTo(BigDecimal.ONE) != 0) {
            throw new ContractViolation("version is not 1");
        }
        if (!members.text("application-key", "consumer-key").equals(application.key())) {
            throw new ContractViolation("application-key is not that of the token's application");
        }
        members.number("request-created");
        members.text("username-on-application", "username-on-consumer", "merchant-user-id");
        members.optionalText("buyer-id-on-application");
        members.optionalText("gloebit-recipient-user-name");
        members.optionalText("app-user-id").ifPresent(id -> checkAppUser(id, application, payer));
    }

    private static void checkAppUser(String id, Application application, Account payer) {
        if (!id.equalsIgnoreCase(payer.idFor(application.key()).toString())) {
            throw new ContractViolation("app-user-id is not the payer's from the token exchange");
        }
    }

    private void checkHoldUrls(Application application) {
        HOLD_URLS.forEach(name -> members.optionalUri(name).ifPresent(uri -> {
            if (!application.accepts(uri)) {
                throw new ContractViolation(name + " does not begin with a redirect prefix of the application");
            }
        }));
    }

    private void checkDescriptions(String about) {
        int names = lengthOf(about + "-desc-names");
        int values = lengthOf(about + "-desc-values");
        if (names != values) {
            throw new ContractViolation(about + "-desc-names and " + about + "-desc-values are not equally long");
        }
    }

    private int lengthOf(String array) {
        return members.optionalTexts(array).map(List::size).orElse(0);
    }

    private void refuseWith(String chosen, List<String> names) {
        names.stream().filter(members::has).findFirst().ifPresent(name -> {
            throw new ContractViolation(name + " does not go with " + chosen);
        });
    }
}
