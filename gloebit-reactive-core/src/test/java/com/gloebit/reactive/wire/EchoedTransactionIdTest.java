package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.TransactionInDoubtException;
import com.gloebit.reactive.failure.UnreadableAnswerException;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoedTransactionIdTest {
    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @Test
    void anEchoedUuidIsComparedWithoutRegardToCase() {
        gloebit.expect(request(ID)
                .answers("{\"success\":true,\"id\":\"" + ID.toUpperCase(Locale.ROOT) + "\",\"reason\":\"success\"}"));

        Receipt receipt = gloebit.ada().purchase(torch(ID)).block(Given.PATIENCE);

        assertThat(receipt).isNotNull().extracting(Receipt::transactionId).isEqualTo(TransactionId.of(ID));
    }

    @Test
    void theIdIsSentAsTheCallerWroteIt() {
        String upper = ID.toUpperCase(Locale.ROOT);
        gloebit.expect(request(upper).answers("{\"success\":true,\"id\":\"" + ID + "\"}"));

        Receipt receipt = gloebit.ada().purchase(torch(upper)).block(Given.PATIENCE);

        assertThat(receipt).isNotNull().extracting(Receipt::transactionId).isEqualTo(TransactionId.of(upper));
    }

    /** It may answer another call: a balance succeeds in the same words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true}",
                "{\"success\":true,\"balance\":7}",
                "{\"success\":true,\"id\":null,\"reason\":\"success\",\"status\":\"queued\"}"
            })
    void anAcceptanceWithoutTheIdIsRetried(String acceptance) {
        gloebit.expect(
                request(ID).answers(acceptance), request(ID).answers("{\"success\":true,\"id\":\"" + ID + "\"}"));

        Receipt receipt = gloebit.ada().purchase(torch(ID)).block(Given.PATIENCE);

        assertThat(receipt).isNotNull().extracting(Receipt::balance).isNull();
    }

    @Test
    void aPurchaseThatNeverGetsItsIdBackIsInDoubt() {
        gloebit.expect(3, request(ID).answers("{\"success\":true,\"reason\":\"success\"}"));

        assertThat(Failures.of(gloebit.ada().purchase(torch(ID)), TransactionInDoubtException.class))
                .hasCauseInstanceOf(UnreadableAnswerException.class);
    }

    private static ItemPurchase torch(String id) {
        return ItemPurchase.of(TransactionId.of(id), "torch", 3).withUsername("ada");
    }

    private static ExpectedRequest request(String id) {
        return ExpectedRequest.postJson(
                "/transact",
                "{\"version\":1,\"application-key\":\"application-key\",\"request-created\":1700000000,"
                        + "\"username-on-application\":\"ada\",\"transaction-id\":\"" + id + "\","
                        + "\"asset-code\":\"torch\",\"asset-quantity\":1,\"gloebit-balance-change\":3}");
    }
}
