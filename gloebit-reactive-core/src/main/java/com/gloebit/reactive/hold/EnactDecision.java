package com.gloebit.reactive.hold;

import com.gloebit.reactive.internal.Arguments;
import org.jspecify.annotations.Nullable;

/** What the application says to an enact. */
public final class EnactDecision {
    private static final EnactDecision GO_ON = new EnactDecision(true, null);
    private static final EnactDecision LATER = new EnactDecision(false, null);

    private final boolean goOn;
    private final @Nullable String reason;

    private EnactDecision(boolean goOn, @Nullable String reason) {
        this.goOn = goOn;
        this.reason = reason;
    }

    /**
     * Commit. From here on the application has to be able to deliver.
     *
     * @return the decision
     */
    public static EnactDecision goOn() {
        return GO_ON;
    }

    /**
     * Ask again; the payer's gloebits stay held meanwhile.
     *
     * @return the decision
     */
    public static EnactDecision later() {
        return LATER;
    }

    /**
     * Roll back. It is remembered: an enact that comes again is answered no without asking.
     *
     * @param reason what Gloebit is told, 1 to 100 characters, not {@code pending}
     * @return the decision
     */
    public static EnactDecision cancel(String reason) {
        Arguments.text("reason", reason, 100);
        if (reason.equals("pending")) {
            throw new IllegalArgumentException("reason is \"pending\", which tells Gloebit to ask again; see later()");
        }
        return new EnactDecision(false, reason);
    }

    /**
     * Whether to commit.
     *
     * @return false for later and for cancel
     */
    public boolean isGoOn() {
        return goOn;
    }

    /**
     * Why to roll back.
     *
     * @return null unless this is a cancel
     */
    public @Nullable String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return goOn ? "go on" : reason == null ? "later" : "cancel";
    }
}
