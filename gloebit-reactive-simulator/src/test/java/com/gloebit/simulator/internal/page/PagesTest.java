package com.gloebit.simulator.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.gloebit.simulator.internal.ledger.Subscription;
import com.gloebit.simulator.internal.oauth.Grant;
import com.gloebit.simulator.internal.oauth.Scope;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {
    private static final String HOSTILE = "<script>alert('\"&')</script>";
    private static final String ESCAPED = "&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;";

    static Stream<Arguments> pages() {
        Subscription subscription = new Subscription(new UUID(0, 1), HOSTILE, HOSTILE, HOSTILE, HOSTILE, 0, true);
        return Stream.of(
                arguments("login", 3, Pages.login(HOSTILE, HOSTILE, HOSTILE)),
                arguments(
                        "approval",
                        4,
                        Pages.approval(HOSTILE, new Grant(HOSTILE, HOSTILE, Set.of(Scope.USER)), HOSTILE)),
                arguments("subscription", 6, Pages.subscription(HOSTILE, HOSTILE, subscription, HOSTILE)),
                arguments("approved subscription", 1, Pages.subscriptionDecided(subscription, true)),
                arguments("purchase", 4, Pages.purchase(HOSTILE, HOSTILE, BigDecimal.ONE, HOSTILE, HOSTILE)),
                arguments("refused", 1, Pages.refused(HOSTILE)),
                arguments("problem", 1, Pages.problem(HOSTILE)),
                arguments(
                        "status",
                        4,
                        StatusHtml.page(List.of(
                                new HtmlTable(HOSTILE, HOSTILE, List.of(HOSTILE), List.of(List.of(HOSTILE)))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyValueOfAPageIsEscaped(String name, int values, String page) {
        assertThat(page).doesNotContain("<script");
        assertThat(page.split(Pattern.quote(ESCAPED), -1)).hasSize(values + 1);
    }

    @Test
    void theAddressToGoBackToStaysInItsAttribute() {
        assertThat(Pages.bought(
                        BigDecimal.ONE, BigDecimal.TEN, Optional.of(URI.create("http://shop.example/?a=1&b='"))))
                .contains("<a href=\"http://shop.example/?a=1&amp;b=&#39;\">");
    }
}
