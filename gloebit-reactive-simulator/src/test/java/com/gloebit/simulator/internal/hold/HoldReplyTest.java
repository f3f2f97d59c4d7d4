package com.gloebit.simulator.internal.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.HoldDelivery.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldReplyTest {
    @Test
    void trueIsAcceptance() {
        assertThat(HoldReply.of("[true]")).isEqualTo(new HoldReply(Answer.TRUE, ""));
    }

    @Test
    void falseWithPendingIsPostponement() {
        assertThat(HoldReply.of("[false, \"pending\"]")).isEqualTo(new HoldReply(Answer.PENDING, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pending", "pending ", "pending payment", "PENDING", "sold out", ""})
    void falseWithAnyOtherTextIsRefusal(String text) {
        assertThat(HoldReply.of("[false, \"" + text + "\"]")).isEqualTo(new HoldReply(Answer.REFUSED, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "[false]",
                "[true, \"pending\"]",
                "[true, true]",
                "[\"true\"]",
                "[1]",
                "[null]",
                "[false, 1]",
                "[false, null]",
                "[false, \"a\", \"b\"]",
                "{}",
                "true",
                "[true",
                "[true] x"
            })
    void anyOtherBodyIsMalformed(String body) {
        assertThat(HoldReply.of(body)).isEqualTo(new HoldReply(Answer.MALFORMED, "neither [true] nor [false, text]"));
    }
}
