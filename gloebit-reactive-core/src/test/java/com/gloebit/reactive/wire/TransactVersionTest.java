package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.transaction.Descriptions;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Payee;
import com.gloebit.reactive.transaction.PendingPurchase;
import com.gloebit.reactive.transaction.PurchaseDetails;
import com.gloebit.reactive.transaction.TransactVersion;
import com.gloebit.reactive.transaction.UserPayment;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The documented endpoint is sent the documented members, and what its body does not say is kept beside it. */
class TransactVersionTest {
    private static final Credential ADA = Credential.of(Given.TOKEN, null, "account-1", null);
    private static final Credential BOB = Credential.of(Given.TOKEN, null, "account-2", null);

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    static Stream<Arguments> laterDetails() {
        return Stream.of(
                Arguments.of("details.buyerId", PurchaseDetails.NONE.withBuyerId("b-1")),
                Arguments.of(
                        "details.descriptions",
                        PurchaseDetails.NONE.withDescriptions(Descriptions.NONE.withPlatform("game", "Lantern"))),
                Arguments.of("details.subscriptionId", PurchaseDetails.NONE.withDebitOf("s-1")));
    }

    @ParameterizedTest
    @MethodSource("laterDetails")
    void aDetailOfTheNewerEndpointIsRefusedLocallyOnTheOlder(String name, PurchaseDetails details) {
        AuthorizedUser ada = gloebit.ada();
        ItemPurchase purchase = Given.TORCHES.withDetails(details.withUsername("ada"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ada.purchase(purchase))
                .withMessageContaining(name)
                .withMessageContaining("TransactVersion.V2");
        assertThat(gloebit.requests()).isZero();
    }

    @Test
    void aPaymentBetweenUsersMayHaveDetailsOfTheNewerEndpoint() {
        UserPayment payment = UserPayment.of(
                        Given.TORCHES.transactionId(),
                        "lamp",
                        BigDecimal.ONE,
                        Payee.byEmail("Bob", "b", "bob@x.example"))
                .withDetails(PurchaseDetails.NONE.withUsername("ada").withBuyerId("b-1"));

        assertThat(gloebit.ada().purchase(payment)).isNotNull();
    }

    @Test
    void aBodyWithoutAnAccountIsNotPaidByAnotherAccount() {
        PendingPurchase pending = lost(TransactVersion.V1);
        assertThat(pending.body()).asString().doesNotContain("account-1");
        int before = gloebit.requests();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> gloebit.client().withCredential(BOB).resend(pending))
                .withMessageContaining("another Gloebit account");
        assertThat(gloebit.requests()).isEqualTo(before);
    }

    @Test
    void aStoredBodyGoesToTheEndpointThatItWasMadeFor() {
        PendingPurchase stored = PendingPurchase.decode(lost(TransactVersion.V2).encode());
        gloebit.expect(request(TransactVersion.V2).answers("{\"success\":true,\"id\":\"order-1\"}"));

        assertThat(gloebit.client().withCredential(ADA).resend(stored).block(Given.PATIENCE))
                .isNotNull();
    }

    private PendingPurchase lost(TransactVersion version) {
        gloebit.expect(3, request(version).answers(Answers.lost()));
        AuthorizedUser ada =
                gloebit.client(client -> client.transactVersion(version)).withCredential(ADA);
        return Failures.of(ada.purchase(Given.TORCHES), TransactionInDoubtException.class)
                .pending();
    }

    private static ExpectedRequest request(TransactVersion version) {
        String body = SampleCall.PURCHASE.request().body();
        return version == TransactVersion.V1
                ? ExpectedRequest.postJson("/transact", body)
                : ExpectedRequest.postJson(
                        "/v2/transact", body.replace("\"asset-code\"", "\"app-user-id\":\"account-1\",\"asset-code\""));
    }
}
