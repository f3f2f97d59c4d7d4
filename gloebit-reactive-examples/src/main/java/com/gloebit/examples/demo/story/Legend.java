package com.gloebit.examples.demo.story;

import com.gloebit.examples.demo.output.Terminal;
import java.util.List;

/** The words that the story uses. */
final class Legend {
    private Legend() {}

    static List<String> lines(Terminal terminal) {
        return List.of(
                terminal.stage("Four words"),
                terminal.fact("hold", "Gloebit accepts a purchase and sets the gloebits aside: it is not paid yet"),
                terminal.fact("enact", "Gloebit asks the shop whether it may commit; the shop approves, or rejects"),
                terminal.fact("consume", "Gloebit tells the shop that the payment is final; the shop delivers"),
                terminal.fact(
                        "in doubt",
                        "it is not known whether a purchase happened. A resend makes it, at most once; its settlement shows the end"));
    }
}
