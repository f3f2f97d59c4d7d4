package com.gloebit.reactive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.InMemoryCredentialStore;
import com.gloebit.reactive.canary.CanaryMeters;
import com.gloebit.reactive.failure.ServiceUnreachableException;
import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.ProductPurchase;
import com.gloebit.reactive.transaction.Purchase;
import com.gloebit.reactive.transaction.PurchaseKind;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.transaction.UserPayment;
import com.gloebit.reactive.wire.support.Given;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What was bought, as a handler is told of it: from what the client encoded and the journal kept. */
class HeldTransactionTest implements HoldHandler {
    private static final TransactionId ID = TransactionId.of("order-1");

    private final List<HeldTransaction> seen = new CopyOnWriteArrayList<>();
    private final InMemoryCredentialStore store = new InMemoryCredentialStore();
    private final GloebitClient gloebit = GloebitClient.builder(Given.SECRETS)
            .environment(GloebitEnvironment.custom(URI.create("http://127.0.0.1:1/")))
            .signingKey(new byte[32])
            .meterRegistry(CanaryMeters.watched())
            .credentialStore(store)
            .holds(HoldSettings.of(URI.create("https://app.example/holds"), TransactionJournal.inMemory(), this))
            .build();

    @AfterEach
    void dispose() {
        gloebit.dispose();
    }

    @ParameterizedTest
    @MethodSource
    void theHandlerReceivesItemAndPriceOfThePurchase(Purchase purchase) {
        store.save("ada", Given.CREDENTIAL).block(Given.PATIENCE);
        // Recorded, and not sent: nobody listens there.
        StepVerifier.create(gloebit.user("ada").flatMap(ada -> once(ada).purchase(purchase)))
                .expectError(ServiceUnreachableException.class)
                .verify(Given.PATIENCE);

        gloebit.holds().answer(gloebit.holds().callbackUri(ID, HoldStep.CANCEL)).block(Given.PATIENCE);

        assertThat(seen).containsExactly(HeldTransaction.of(purchase, "ada"));
    }

    static Stream<Purchase> theHandlerReceivesItemAndPriceOfThePurchase() {
        return Stream.of(
                ItemPurchase.of(ID, "torch \u00fc \"x\"", new BigDecimal("2.5"))
                        .withQuantity(3)
                        .withUsername("ada"),
                ItemPurchase.of(ID, "castle", 1_000_000_000_000L).withUsername("ada"),
                ProductPurchase.of(ID, "Sword").withUsername("ada"),
                ProductPurchase.of(ID, "Sword")
                        .withQuantity(Integer.MAX_VALUE)
                        .withCharacter(Given.CHARACTER)
                        .withUsername("ada"),
                UserPayment.of(ID, "lamp", 7, Payee.byEmail("Bob", "b-1", "bob@example.org"))
                        .withQuantity(2)
                        .withUsername("ada"));
    }

    @Test
    void aHeldTransactionHasEveryMemberOfItsPurchase() {
        assertThat(HeldTransaction.of(
                        ProductPurchase.of(ID, "Sword").withQuantity(2).withCharacter(Given.CHARACTER), null))
                .isEqualTo(new HeldTransaction(ID, PurchaseKind.PRODUCT, null, "Sword", 2, null, Given.CHARACTER));
        assertThat(HeldTransaction.of(ItemPurchase.of(ID, "torch", 3).withQuantity(2), "ada"))
                .isEqualTo(new HeldTransaction(ID, PurchaseKind.ITEM, "ada", "torch", 2, new BigDecimal(6), null));
    }

    private static AuthorizedUser once(AuthorizedUser user) {
        return user.withLimits(user.limits().withAttempts(1));
    }

    @Override
    public Mono<Void> consume(HeldTransaction transaction) {
        return Mono.fromRunnable(() -> seen.add(transaction));
    }

    @Override
    public Mono<Void> cancel(HeldTransaction transaction) {
        return Mono.fromRunnable(() -> seen.add(transaction));
    }
}
