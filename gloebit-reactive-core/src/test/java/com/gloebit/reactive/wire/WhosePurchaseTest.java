package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.BlockedBy;
import com.gloebit.reactive.failure.CallBlockedException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.hold.FaultyJournal;
import com.gloebit.reactive.hold.TransactionState;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.JournaledShop;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** No token pays for what another account bought, and nobody is given the purchase of another who has no name either. */
class WhosePurchaseTest {
    private static final Credential ACCOUNT = Credential.of(Given.TOKEN, null, "account-1", null);
    private static final Credential OTHER_ACCOUNT = Credential.of(Given.TOKEN, null, "account-2", null);

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    private final JournaledShop shop = new JournaledShop(gloebit);

    @Test
    void aPurchaseIsNotSentForAnotherAccountOfItsUser() {
        GloebitClient client = boughtByAnAccount();
        shop.save(OTHER_ACCOUNT);

        assertTaken(shop.ada(client).purchase(Given.TORCHES));
    }

    @Test
    void recoveryDoesNotSendAPurchaseWithAnotherAccount() {
        GloebitClient client = boughtByAnAccount();
        shop.save(OTHER_ACCOUNT);
        shop.clock.advance(Duration.ofHours(1));

        assertThat(client.holds().recovery().collectList().block(Given.PATIENCE))
                .isEmpty();

        assertThat(shop.entry().state()).isEqualTo(TransactionState.IN_DOUBT);
        assertThat(shop.entry().dueAt()).as("looked at again").isAfter(shop.clock.instant());
    }

    @Test
    void aPurchaseIsNotResentByAnotherAccount() {
        GloebitClient client = boughtByAnAccount();
        PendingPurchase pending = shop.entry().purchase();
        shop.save(OTHER_ACCOUNT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.ada(client).resend(pending))
                .withMessage("pending is of another Gloebit account than the credential: order-1");
    }

    /** What was stored need not say whose it is; the journal does. */
    @Test
    void aPurchaseIsNotResentByAnAccountOtherThanTheJournals() {
        GloebitClient client = boughtByAnAccount();
        PendingPurchase kept = shop.entry().purchase();
        PendingPurchase pending = PendingPurchase.of(JournaledShop.ID, kept.kind(), kept.version(), null, kept.body());
        shop.save(OTHER_ACCOUNT);

        Failures.of(shop.ada(client).resend(pending), TransactionInDoubtException.class);
    }

    @Test
    void aPurchaseWithoutANameIsNotThatOfAnotherUser() {
        boughtWithoutAName();
        gloebit.expect(JournaledShop.user(""));

        assertTaken(shop.keyless().purchase(JournaledShop.NAMELESS));
    }

    @Test
    void aPurchaseIsNotThatOfAnotherUserWhoseNameCannotBeLookedUp() {
        boughtWithoutAName();
        gloebit.expect(3, ExpectedRequest.get("/user").answers(Answers.lost()));

        assertTaken(shop.keyless().purchase(JournaledShop.NAMELESS));
    }

    @Test
    void aPurchaseWithoutANameIsRecognizedIfItIsSentAgainUnchanged() {
        Mono<Receipt> own = boughtWithoutAName();
        gloebit.expect(2, nameless(shop.client()).answers(JournaledShop.ACCEPTED));

        assertThat(own.block(Given.PATIENCE)).isNotNull();
        assertThat(shop.keyless().resend(shop.entry().purchase()).block(Given.PATIENCE))
                .isNotNull();
    }

    @Test
    void aPurchaseWithoutANameIsRecognizedIfTheJournalFailedAtFirst() {
        Mono<Receipt> own = shop.keyless().purchase(JournaledShop.NAMELESS);
        gloebit.expect(JournaledShop.user(""), nameless(shop.client()).answers(JournaledShop.ACCEPTED));
        shop.journal.onRecord = step -> {
            shop.journal.onRecord = sound -> sound;
            return FaultyJournal.lost();
        };
        Failures.of(own, CallBlockedException.class);

        assertThat(own.block(Given.PATIENCE)).isNotNull();
    }

    @Test
    void aPurchaseIsRecognizedByItsAccountUnderAnyName() {
        GloebitClient client = boughtByAnAccount();
        gloebit.expect(JournaledShop.user(""), JournaledShop.request(client).answers(JournaledShop.ACCEPTED));

        assertThat(client.withCredential(ACCOUNT)
                        .purchase(JournaledShop.NAMELESS)
                        .block(Given.PATIENCE))
                .isNotNull();
    }

    private static void assertTaken(Mono<Receipt> purchase) {
        CallBlockedException told = Failures.of(purchase, CallBlockedException.class);
        assertThat(told.blockedBy()).isEqualTo(BlockedBy.TRANSACTION_ID);
        assertThat(told.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private GloebitClient boughtByAnAccount() {
        GloebitClient client = shop.client();
        shop.save(ACCOUNT);
        gloebit.expect(3, JournaledShop.request(client).answers(Answers.lost()));
        Failures.of(shop.ada(client).purchase(Given.TORCHES), TransactionInDoubtException.class);
        return client;
    }

    private Mono<Receipt> boughtWithoutAName() {
        GloebitClient client = shop.client();
        gloebit.expect(JournaledShop.user(""));
        gloebit.expect(3, nameless(client).answers(Answers.lost()));
        Mono<Receipt> purchase = client.withCredential(Given.CREDENTIAL).purchase(JournaledShop.NAMELESS);
        Failures.of(purchase, TransactionInDoubtException.class);
        return purchase;
    }

    private static ExpectedRequest nameless(GloebitClient client) {
        return ExpectedRequest.postJson(
                "/transact", JournaledShop.request(client).body().replace(Given.USERNAME, ""));
    }
}
