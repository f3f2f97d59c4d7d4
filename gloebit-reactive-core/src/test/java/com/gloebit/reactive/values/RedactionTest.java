package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.AuthorizationRequest;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.failure.FailureDetails;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.hold.EnactDecision;
import com.gloebit.reactive.hold.HeldTransaction;
import com.gloebit.reactive.hold.HoldAnswer;
import com.gloebit.reactive.identity.UserInfo;
import com.gloebit.reactive.inventory.ItemReference;
import com.gloebit.reactive.inventory.NewItem;
import com.gloebit.reactive.inventory.ProductCount;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.subscription.NewSubscription;
import com.gloebit.reactive.subscription.Subscription;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.PurchasePageRequest;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionId;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is printed shows neither a secret nor user data. */
class RedactionTest {
    private static final String HIDDEN = "hidden-text";
    private static final TransactionId ID = TransactionId.of("order-1");

    @ParameterizedTest
    @MethodSource
    void printedValuesHaveNoSecret(Object value) {
        assertThat(value.toString())
                .isNotEmpty()
                .doesNotContain(HIDDEN)
                .doesNotContain(value.getClass().getName() + "@");
    }

    static Stream<Object> printedValuesHaveNoSecret() {
        Credential credential = Credential.of(HIDDEN, HIDDEN, HIDDEN, Set.of(Scope.USER));
        return Stream.of(
                credential,
                ClientSecrets.of("key", HIDDEN),
                AuthorizationRequest.forSession(HIDDEN).withUser(HIDDEN).withUid(HIDDEN),
                PendingPurchase.of(
                        ID, PurchaseKind.ITEM, TransactVersion.V1, null, HIDDEN.getBytes(StandardCharsets.UTF_8)),
                new UserInfo(HIDDEN, HIDDEN, Map.of(HIDDEN, HIDDEN)),
                new Receipt(ID, ReceiptState.HELD, BigDecimal.TEN, null, HIDDEN, HIDDEN),
                ItemPurchase.of(ID, HIDDEN, 3).withUsername(HIDDEN),
                ProductPurchase.of(ID, HIDDEN).withUsername(HIDDEN),
                new FailureDetails("balance", Outcome.UNKNOWN, 1, HIDDEN, HIDDEN, 200, null),
                EnactDecision.reject(HIDDEN),
                new HoldAnswer(200, HIDDEN),
                HeldTransaction.of(ItemPurchase.of(ID, HIDDEN, 3).withUsername(HIDDEN), HIDDEN),
                new NewItem(HIDDEN, HIDDEN, Map.of(HIDDEN, HIDDEN)),
                new ItemReference(HIDDEN, "item-1", HIDDEN),
                new ProductCount(HIDDEN, 3),
                new NewSubscription("local-1", HIDDEN, HIDDEN),
                new Subscription("subscription-1", true, HIDDEN),
                new SubscriptionAuthorization("authorization-1", true, false, HIDDEN),
                PurchasePageRequest.PLAIN.withReturnTo(HIDDEN, URI.create("https://shop.example/?session=" + HIDDEN)),
                storeOf(credential));
    }

    private static InMemoryCredentialStore storeOf(Credential credential) {
        InMemoryCredentialStore store = new InMemoryCredentialStore();
        store.save(HIDDEN, credential).block(Duration.ofSeconds(5));
        return store;
    }

    @Test
    void theTextOfAUsersViewHasNoSecret() {
        GloebitClient client = GloebitClient.builder(ClientSecrets.of("key", HIDDEN))
                .environment(GloebitEnvironment.SANDBOX)
                .build();
        try {
            assertThat(client.withCredential(Credential.of(HIDDEN)).toString()).doesNotContain(HIDDEN);
        } finally {
            client.dispose();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hidden-text",
                "{\"web\":{\"client_id\":\"k\",\"client_secret\":\"hidden-text\"",
                "{\"web\":{\"client_id\":\"k\",\"client_secret\":\"hidden-text\\r\\n\"}}",
                "{\"web\":{\"client_id\":17,\"client_secret\":\"hidden-text\"}}",
                "{\"web\":\"hidden-text\"}",
                "{\"web\":{\"client_id\":\"k\",\"client_secret\":\"s\",\"redirect_uris\":[\"hidden-text\"]}}",
                "{\"web\":{\"client_id\":\"k\",\"client_secret\":\"s\",\"redirect_uris\":[\"a b:hidden-text\"]}}"
            })
    void aFailureToReadClientSecretsHasNoSecret(String json) {
        Throwable failure = catchThrowable(() -> ClientSecrets.fromJson(json));

        assertThat(failure).isInstanceOf(IllegalArgumentException.class);
        for (Throwable link = failure; link != null; link = link.getCause()) {
            assertThat(link.toString()).doesNotContain(HIDDEN);
        }
    }

    @Test
    void aFailureToCreateACredentialHasNoSecret() {
        assertThat(catchThrowable(() -> Credential.of(HIDDEN + "\r\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(HIDDEN);
        assertThat(catchThrowable(() -> AuthorizationRequest.forSession(HIDDEN + "\r\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(HIDDEN);
    }
}
