package com.gloebit.simulator.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.simulator.HoldStep;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldUrlsTest {
    private final Map<HoldStep, URI> given =
            new HashMap<>(Map.of(HoldStep.ENACT, URI.create("http://127.0.0.1/signed")));
    private final HoldUrls urls = new HoldUrls(given);

    @Test
    void toStringOmitsTheUrls() {
        assertThat(urls).hasToString("HoldUrls[ENACT]");
    }

    @Test
    void ofReturnsTheGivenUrls() {
        given.clear();

        assertThat(urls.of(HoldStep.ENACT)).contains(URI.create("http://127.0.0.1/signed"));
        assertThat(urls.of(HoldStep.CANCEL)).isEmpty();
    }
}
