package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gloebit.reactive.settings.GloebitEnvironment;
import com.gloebit.reactive.transaction.PurchasePageRequest;
import java.net.URI;
import org.junit.jupiter.api.Test;

class PurchasePageTest {
    @Test
    void aPlainRequestHasOnlyTheRequiredParameters() {
        assertThat(GloebitEnvironment.SANDBOX.purchaseUri(PurchasePageRequest.PLAIN))
                .hasToString("https://sandbox.gloebit.com/purchase");
    }

    @Test
    void everyChoiceOfTheRequestIsInTheUri() {
        PurchasePageRequest request = new PurchasePageRequest(
                "my shop", URI.create("https://shop.example/a?b=c&d"), URI.create("https://shop.example/told"), true);
        assertThat(GloebitEnvironment.SANDBOX.purchaseUri(request))
                .hasToString("https://sandbox.gloebit.com/purchase?r=my%20shop"
                        + "&return-to=https%3A%2F%2Fshop.example%2Fa%3Fb%3Dc%26d"
                        + "&inform=https%3A%2F%2Fshop.example%2Ftold&reset");
    }

    @Test
    void aRelativeLinkBackIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchasePageRequest.PLAIN.withReturnTo("r", URI.create("back")))
                .withMessageContaining("returnTo");
    }
}
