package com.gloebit.reactive.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.authorization.Scope;
import com.gloebit.reactive.identity.UserInfo;
import com.gloebit.reactive.transaction.Receipt;
import com.gloebit.reactive.transaction.ReceiptState;
import com.gloebit.reactive.wire.support.ExpectedRequest;
import com.gloebit.reactive.wire.support.Failures;
import com.gloebit.reactive.wire.support.FakeGloebit;
import com.gloebit.reactive.wire.support.Given;
import com.gloebit.reactive.wire.support.SampleCall;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that older servers answer in, members that may be missing, and members that nobody knows. */
class OlderAnswerFormsTest {
    @RegisterExtension
    final FakeGloebit gloebit = new FakeGloebit();

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "\"12.5\"", "1.25E+1"})
    void aBalanceIsReadAsNumberOrText(String balance) {
        gloebit.expect(SampleCall.READ.request().answers("{\"success\":true,\"balance\":" + balance + "}"));

        assertThat(gloebit.ada().balance().block(Given.PATIENCE)).isEqualByComparingTo("12.5");
    }

    @Test
    void everyDigitOfABalanceIsKept() {
        gloebit.expect(SampleCall.READ.request().answers("{\"success\":true,\"balance\":9007199254740993.000001}"));

        assertThat(gloebit.ada().balance().block(Given.PATIENCE)).isEqualTo("9007199254740993.000001");
    }

    @Test
    void successIsReadAsText() {
        gloebit.expect(SampleCall.READ.request().answers("{\"success\":\"true\",\"balance\":1}"));

        assertThat(gloebit.ada().balance().block(Given.PATIENCE)).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void failureIsReadAsText() {
        gloebit.expect(
                SampleCall.READ.request().answers("{\"success\":\"false\",\"reason\":\"unknown user\",\"balance\":1}"));

        assertThat(Failures.of(gloebit.ada().balance()).details().reason()).isEqualTo("unknown user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"full-name\":\"Ada\"", "\"name\":\"Ada\",\"full-name\":\"Old\"", "\"name\":\"Ada\",\"x\":[{}]"
            })
    void theNameIsReadFromEitherMember(String members) {
        gloebit.expect(ExpectedRequest.get("/user").answers("{\"success\":true,\"id\":\"u-1\"," + members + "}"));

        assertThat(gloebit.ada().info().block(Given.PATIENCE)).isEqualTo(new UserInfo("u-1", "Ada", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"name\":null", ",\"name\":\"\""})
    void aMissingNameIsEmpty(String members) {
        gloebit.expect(ExpectedRequest.get("/user").answers("{\"success\":true,\"id\":\"u-1\"" + members + "}"));

        assertThat(gloebit.ada().info().block(Given.PATIENCE)).isEqualTo(new UserInfo("u-1", "", Map.of()));
    }

    @Test
    void theParamsOfAnOlderServerAreRead() {
        gloebit.expect(ExpectedRequest.get("/user")
                .answers("{\"success\":true,\"id\":\"u-1\",\"name\":\"Ada\","
                        + "\"params\":{\"level\":7,\"tags\":[\"a\",true],\"none\":null}}"));

        assertThat(gloebit.ada().info().map(UserInfo::params).block(Given.PATIENCE))
                .isEqualTo(Map.of("level", new BigDecimal(7), "tags", List.of("a", true)));
    }

    @Test
    void aCountIsReadAsText() {
        gloebit.expect(ExpectedRequest.get("/get-user-products")
                .answers("{\"success\":true,\"products\":{\"Torch\":\"3\",\"Sword\":1.0}}"));

        assertThat(gloebit.ada()
                        .products()
                        .list()
                        .map(product -> product.count())
                        .collectList()
                        .block(Given.PATIENCE))
                .containsExactly(3L, 1L);
    }

    @Test
    void missingMembersOfAReceiptAreNull() {
        gloebit.expect(SampleCall.PURCHASE.request().answers("{\"success\":true,\"id\":\"order-1\"}"));

        assertThat(gloebit.ada().purchase(Given.TORCHES).block(Given.PATIENCE))
                .isEqualTo(new Receipt(Given.TORCHES.transactionId(), ReceiptState.QUEUED, null, null, null, null));
    }

    @Test
    void theNumbersOfAReceiptAreReadAsTextAndUnknownMembersIgnored() {
        gloebit.expect(SampleCall.PURCHASE
                .request()
                .answers("{\"success\":\"true\",\"balance\":\"94.0\",\"product-count\":\"2\",\"status\":null,"
                        + "\"reason\":\"success\",\"id\":\"order-1\",\"new\":{\"a\":[1,{\"b\":null}]}}"));

        assertThat(gloebit.ada().purchase(Given.TORCHES).block(Given.PATIENCE))
                .isEqualTo(new Receipt(
                        Given.TORCHES.transactionId(), ReceiptState.HELD, new BigDecimal("94.0"), 2L, "success", null));
    }

    @Test
    void unknownScopesAreIgnored() {
        gloebit.expect(SampleCall.EXCHANGE
                .request()
                .answers("{\"access_token\":\"t0ken-of-ada\",\"scope\":\"id fly transact\",\"expires_in\":1}"));

        assertThat(SampleCall.EXCHANGE
                        .call(gloebit.client())
                        .cast(Credential.class)
                        .block(Given.PATIENCE))
                .extracting(Credential::scopes)
                .isEqualTo(Set.of(Scope.ID, Scope.TRANSACT));
    }
}
