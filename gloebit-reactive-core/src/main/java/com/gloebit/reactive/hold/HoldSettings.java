package com.gloebit.reactive.hold;

import com.gloebit.reactive.internal.Arguments;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * That Gloebit calls the application back about every purchase, and what the application does then.
 *
 * @param baseUri where Gloebit reaches the application: absolute, https or loopback, below a prefix configured at
 *     Gloebit. It is never taken from a request
 * @param serverPath the path under which this application's server sees the callbacks, if a proxy in front of it strips or
 *     changes the path of {@code baseUri}: {@code /holds} for {@code https://shop.example/pay/holds} behind a proxy that
 *     strips {@code /pay}. Null if the path arrives as Gloebit called it
 * @param handler what the application does
 * @param journal what is remembered
 * @param effectTimeout how long an effect may take, a millisecond to a day. Gloebit waits for its answer, nobody knows
 *     how long, and an enact that it hangs up on is cancelled: keep it short
 * @param enactFailures after how many failed enacts of one transaction it is rolled back, at least 1
 * @param settlementPoll the longest pause between two looks at a settlement that is waited for, a millisecond to a day.
 *     What happens on this node is noticed at once, and so is what the journal announces
 *     ({@link TransactionJournal#changes}). What else happens on another node is found by looking: after 0.1 s, and then
 *     after pauses that double up to this one
 */
public record HoldSettings(
        URI baseUri,
        @Nullable String serverPath,
        HoldHandler handler,
        TransactionJournal journal,
        Duration effectTimeout,
        int enactFailures,
        Duration settlementPoll) {
    public HoldSettings {
        Arguments.httpsOrLoopback("baseUri", baseUri);
        if (baseUri.getRawQuery() != null) {
            throw new IllegalArgumentException("baseUri must have no query");
        }
        if (serverPath != null) {
            Arguments.path("serverPath", serverPath);
        }
        Arguments.required("handler", handler);
        Arguments.required("journal", journal);
        Arguments.positive("effectTimeout", effectTimeout);
        Arguments.atLeastOne("enactFailures", enactFailures);
        Arguments.positive("settlementPoll", settlementPoll);
    }

    /**
     * With effects of up to 10 seconds, 10 failed enacts, pauses of up to 5 seconds between looks at settlements.
     *
     * @param baseUri where Gloebit reaches the application
     * @param journal what is remembered: a purchase survives a restart only as far as its journal does
     * @param handler what the application does
     * @return the settings
     */
    public static HoldSettings of(URI baseUri, TransactionJournal journal, HoldHandler handler) {
        return new HoldSettings(baseUri, null, handler, journal, Duration.ofSeconds(10), 10, Duration.ofSeconds(5));
    }

    /**
     * For a server behind a proxy that strips or changes the path of the base URI.
     *
     * @param serverPath the path under which the server sees the callbacks: begins with one slash, escaped as in a URI
     * @return a copy
     */
    public HoldSettings withServerPath(String serverPath) {
        Arguments.required("serverPath", serverPath);
        return new HoldSettings(baseUri, serverPath, handler, journal, effectTimeout, enactFailures, settlementPoll);
    }

    /**
     * With another journal.
     *
     * @param journal what is remembered
     * @return a copy
     */
    public HoldSettings withJournal(TransactionJournal journal) {
        return new HoldSettings(baseUri, serverPath, handler, journal, effectTimeout, enactFailures, settlementPoll);
    }

    /**
     * With another limit of an effect.
     *
     * @param effectTimeout a millisecond to a day
     * @return a copy
     */
    public HoldSettings withEffectTimeout(Duration effectTimeout) {
        return new HoldSettings(baseUri, serverPath, handler, journal, effectTimeout, enactFailures, settlementPoll);
    }

    /**
     * With another number of enacts that may fail.
     *
     * @param enactFailures at least 1
     * @return a copy
     */
    public HoldSettings withEnactFailures(int enactFailures) {
        return new HoldSettings(baseUri, serverPath, handler, journal, effectTimeout, enactFailures, settlementPoll);
    }

    /**
     * With another longest pause between looks at settlements.
     *
     * @param settlementPoll a millisecond to a day
     * @return a copy
     */
    public HoldSettings withSettlementPoll(Duration settlementPoll) {
        return new HoldSettings(baseUri, serverPath, handler, journal, effectTimeout, enactFailures, settlementPoll);
    }
}
