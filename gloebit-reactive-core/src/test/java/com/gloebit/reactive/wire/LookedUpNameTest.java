package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.failure.GloebitException;
import com.gloebit.reactive.failure.Outcome;
import com.gloebit.reactive.failure.UsernameRequiredException;
import com.gloebit.reactive.transaction.ItemPurchase;
import com.gloebit.reactive.transaction.TransactionId;
import com.gloebit.reactive.wire.support.Answers;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.Interaction;
import com.gloebit.reactive.wire.support.SampleCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of the payer comes from the server here: it is no argument of the caller's, and not to be trusted. */
class LookedUpNameTest {
    private static final ItemPurchase NAMELESS =
            ItemPurchase.of(TransactionId.of("order-1"), "torch", 3).withQuantity(2);

    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest
    @ValueSource(strings = {"Ada \\\"L\\\"", "\\r\\n", "a\\\\b"})
    void aLookedUpNameIsEscaped(String name) {
        String body = SampleCall.PURCHASE.request().body().replace(Given.USERNAME, name);
        gloebit.expect(
                user(name),
                ExpectedRequest.postJson("/transact", body).answers("{\"success\":true,\"id\":\"order-1\"}"));

        assertThat(gloebit.ada().purchase(NAMELESS).block(Given.PATIENCE)).isNotNull();
    }

    @Test
    void aLookedUpNameThatIsTooLongFailsThePurchase() {
        gloebit.expect(user(Answers.ofSize(70_000)));

        GloebitException told = Failures.of(gloebit.ada().purchase(NAMELESS));

        assertThat(told.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aLookedUpNameWithHalfACharacterIsRefusedBeforeThePurchaseIsSent() {
        gloebit.expect(user("a\\uD83D"));

        Failures.of(gloebit.ada().purchase(NAMELESS), UsernameRequiredException.class);
    }

    private static Interaction user(String name) {
        return ExpectedRequest.get("/user").answers("{\"success\":true,\"id\":\"u-1\",\"name\":\"" + name + "\"}");
    }
}
