package com.gloebit.reactive.hold;

import com.gloebit.reactive.internal.Arguments;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of hold callbacks, by which Gloebit reports every purchase to the application.
 *
 * @param baseUri the base of all callback URLs: absolute, https or loopback, without a query, below a prefix configured
 *     at Gloebit. It is never taken from a request
 * @param serverPath the path of the callbacks as this application's server sees it, if a proxy strips or changes the
 *     path of {@code baseUri}: for example {@code /holds} for {@code https://shop.example/pay/holds} behind a proxy
 *     that strips {@code /pay}. Null if the path arrives unchanged
 * @param handler the application's reactions to the callbacks
 * @param journal the record of all transactions
 * @param effectTimeout the longest duration of an effect, a millisecond to a day. Keep it short: Gloebit waits for the
 *     answer, does not document for how long, and an enact is cancelled when Gloebit closes the connection
 * @param enactFailures the number of failed enacts after which a transaction is rolled back, at least 1
 * @param settlementPoll the longest pause between two reads of the journal while a settlement is awaited, a millisecond
 *     to a day. Changes on this node, and changes that the journal announces ({@link TransactionJournal#changes}), are
 *     noticed at once. Other changes are found by polling: after 0.1 s, then after pauses that double up to this value
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
     * Returns settings with an effect timeout of 10 seconds, a limit of 10 failed enacts and a poll pause of up to 5
     * seconds.
     *
     * @param baseUri the base of all callback URLs
     * @param journal the record of all transactions; a purchase survives a restart only if its journal does
     * @param handler the application's reactions to the callbacks
     * @return the settings
     */
    public static HoldSettings of(URI baseUri, TransactionJournal journal, HoldHandler handler) {
        return new HoldSettings(baseUri, null, handler, journal, Duration.ofSeconds(10), 10, Duration.ofSeconds(5));
    }

    /**
     * Returns settings for a server behind a proxy that strips or changes the path of the base URI.
     *
     * @param serverPath the path of the callbacks as the server sees it: begins with one slash, escaped as in a URI
     * @return a copy
     */
    public HoldSettings withServerPath(String serverPath) {
        Arguments.required("serverPath", serverPath);
        return new HoldSettings(baseUri, serverPath, handler, journal, effectTimeout, enactFailures, settlementPoll);
    }

    /**
     * Returns a copy with another journal.
     *
     * @param journal the record of all transactions
     * @return a copy
     */
    public HoldSettings withJournal(TransactionJournal journal) {
        return new HoldSettings(baseUri, serverPath, handler, journal, effectTimeout, enactFailures, settlementPoll);
    }

    /**
     * Returns a copy with another limit for the duration of an effect.
     *
     * @param effectTimeout a millisecond to a day
     * @return a copy
     */
    public HoldSettings withEffectTimeout(Duration effectTimeout) {
        return new HoldSettings(baseUri, serverPath, handler, journal, effectTimeout, enactFailures, settlementPoll);
    }

    /**
     * Returns a copy with another limit for failed enacts.
     *
     * @param enactFailures at least 1
     * @return a copy
     */
    public HoldSettings withEnactFailures(int enactFailures) {
        return new HoldSettings(baseUri, serverPath, handler, journal, effectTimeout, enactFailures, settlementPoll);
    }

    /**
     * Returns a copy with another limit for the pause between two reads of the journal.
     *
     * @param settlementPoll a millisecond to a day
     * @return a copy
     */
    public HoldSettings withSettlementPoll(Duration settlementPoll) {
        return new HoldSettings(baseUri, serverPath, handler, journal, effectTimeout, enactFailures, settlementPoll);
    }
}
