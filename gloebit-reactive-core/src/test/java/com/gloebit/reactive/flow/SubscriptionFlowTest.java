package com.gloebit.reactive.flow;

import static com.gloebit.reactive.flow.support.Waiting.block;
import static com.gloebit.reactive.flow.support.Waiting.failure;
import static com.gloebit.simulator.OpenBehaviour.DUPLICATE_AUTHORIZATION_ANSWERS_FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.RequestRefusedException;
import com.gloebit.reactive.failure.TransactionRejectedException;
import com.gloebit.reactive.flow.support.SimulatedShop;
import com.gloebit.reactive.subscription.NewSubscription;
import com.gloebit.reactive.subscription.Subscription;
import com.gloebit.reactive.subscription.SubscriptionAuthorization;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.PurchaseDetails;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.TransactionFailure;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.simulator.Fault;
import com.gloebit.simulator.OpenBehaviour;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** Recurring payments: created and asked for under faults, decided, and collected. */
class SubscriptionFlowTest {
    private static final String CREATE = "/create-subscription";
    private static final String AUTHORIZE = "/create-subscription-authorization";
    private static final NewSubscription GOLD = NewSubscription.of("gold", "Gold", "Every month");
    private static final TransactionId DEBIT = TransactionId.of("debit-1");

    private SimulatedShop shop = new SimulatedShop();

    @AfterEach
    void noViolationAndNothingLost() {
        assertThat(shop.simulator.violations()).isEmpty();
        assertThat(shop.everything()).isEqualByComparingTo("100");
        shop.close();
    }

    static Stream<Fault> faultsThatPass() {
        return Stream.of(
                Fault.SUBSCRIPTION_INSERT_CONFLICT,
                Fault.SUBSCRIPTION_INSERT_CONFLICT.withProcessing(),
                Fault.COMMIT_THEN_DROP,
                Fault.status(503).withProcessing());
    }

    @ParameterizedTest
    @MethodSource("faultsThatPass")
    void aSubscriptionIsCreatedOnceThroughAnyTemporaryFault(Fault fault) {
        shop.simulator.failNext(CREATE, fault, 2);

        Subscription created = block(shop.gloebit.subscriptions().create(GOLD));

        assertThat(created.enabled()).isTrue();
        assertThat(shop.simulator.requestCount(CREATE)).isEqualTo(3);
        assertThat(block(shop.gloebit.subscriptions().create(GOLD)))
                .isEqualTo(new Subscription(created.id(), true, "duplicate"));
    }

    @ParameterizedTest
    @MethodSource("faultsThatPass")
    void aUserIsAskedOnceThroughAnyTemporaryFault(Fault fault) {
        String gold = gold();
        shop.simulator.failNext(AUTHORIZE, fault, 2);

        SubscriptionAuthorization asked = ask(gold);

        assertThat(asked.pending()).isTrue();
        assertThat(shop.simulator.requestCount(AUTHORIZE)).isEqualTo(3);
        assertThat(ask(gold).id()).isEqualTo(asked.id());
    }

    @Test
    void anErrorOfTheDatabaseIsNotSentAgain() {
        shop.simulator.failNext(CREATE, Fault.SUBSCRIPTION_DB_ERROR);

        RequestRefusedException refused = failure(
                RequestRefusedException.class, shop.gloebit.subscriptions().create(GOLD));

        assertThat(refused.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(shop.simulator.requestCount(CREATE)).isEqualTo(1);
    }

    static Stream<Set<OpenBehaviour>> answersToTheSameQuestion() {
        return Stream.of(Set.of(), Set.of(DUPLICATE_AUTHORIZATION_ANSWERS_FAILURE));
    }

    /** The user has to find the page again, and the application the decision. */
    @ParameterizedTest
    @MethodSource("answersToTheSameQuestion")
    void aRepeatedAuthorizationHasTheSameAnswerAsSuccessOrFailure(Set<OpenBehaviour> open) {
        reopen(open);
        String gold = gold();
        SubscriptionAuthorization asked = ask(gold);
        assertThat(asked.status()).isNull();

        toldAgain(gold, asked, "duplicate");
        decide(asked, true);
        toldAgain(gold, asked, "duplicate-and-already-approved-by-user");
        decide(asked, false);
        toldAgain(gold, asked, "duplicate-and-previously-declined-by-user");
    }

    private void toldAgain(String gold, SubscriptionAuthorization asked, String status) {
        SubscriptionAuthorization again = ask(gold);
        assertThat(again.status()).isEqualTo(status);
        assertThat(again.id()).isEqualTo(asked.id());
    }

    @Test
    void nothingIsCollectedBeforeTheUserApproves() {
        String gold = gold();
        rejected(debit("00000000-0000-4000-8000-000000000000"), TransactionFailure.SUBSCRIPTION_NOT_FOUND);
        rejected(debit(gold), TransactionFailure.SUBSCRIPTION_NOT_AUTHORIZED);
        SubscriptionAuthorization asked = ask(gold);
        rejected(debit(gold), TransactionFailure.SUBSCRIPTION_PENDING);
        decide(asked, false);
        rejected(debit(gold), TransactionFailure.SUBSCRIPTION_DECLINED);
        assertThat(shop.simulator.ledger()).isEmpty();

        decide(asked, true);
        block(debit(gold));

        collectedOnce();
    }

    @Test
    void aDebitWhoseAnswerIsLostIsCollectedOnceEvenIfTheUserDeclinesMeanwhile() {
        String gold = gold();
        SubscriptionAuthorization asked = ask(gold);
        decide(asked, true);
        shop.simulator.failNext("/v2/transact", Fault.COMMIT_THEN_DROP, 2);
        Mono<Receipt> debit = debit(gold);
        block(debit);

        decide(asked, false);
        block(debit);

        assertThat(shop.simulator.requestCount("/v2/transact")).isEqualTo(4);
        collectedOnce();
    }

    private void rejected(Mono<Receipt> debit, TransactionFailure why) {
        TransactionRejectedException rejected = failure(TransactionRejectedException.class, debit);
        assertThat(rejected.failure()).isEqualTo(why);
        assertThat(rejected.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    private void collectedOnce() {
        assertThat(shop.bookings(DEBIT)).hasSize(1);
        assertThat(shop.simulator.balance("ada")).isEqualByComparingTo("95");
    }

    private String gold() {
        return block(shop.gloebit.subscriptions().create(GOLD)).id();
    }

    private SubscriptionAuthorization ask(String subscription) {
        return block(shop.ada.authorizeSubscription(subscription, "ada", "player-1"));
    }

    private void decide(SubscriptionAuthorization asked, boolean approved) {
        shop.simulator.decideSubscription(UUID.fromString(Objects.requireNonNull(asked.id())), approved);
    }

    private Mono<Receipt> debit(String subscription) {
        return shop.another(client -> client.transactVersion(TransactVersion.V2))
                .withCredential(shop.ada.credential())
                .purchase(ItemPurchase.of(DEBIT, "gold", 5)
                        .withDetails(PurchaseDetails.NONE.withUsername("ada").withDebitOf(subscription)));
    }

    private void reopen(Set<OpenBehaviour> open) {
        shop.close();
        shop = new SimulatedShop(open);
    }
}
