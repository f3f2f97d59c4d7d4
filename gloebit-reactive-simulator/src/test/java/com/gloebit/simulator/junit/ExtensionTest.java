package com.gloebit.simulator.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.gloebit.simulator.GloebitSimulator;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs test classes that use the extension on the JUnit platform. */
abstract class ExtensionTest {
    /** The simulators that the running test classes have received. */
    static final List<GloebitSimulator> RECEIVED = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void clearReceivedSimulators() {
        RECEIVED.clear();
    }

    static Events run(Class<?> tests) {
        return kit(tests).execute().testEvents();
    }

    static EngineTestKit.Builder kit(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests));
    }

    static boolean listens(GloebitSimulator simulator) {
        try (Socket socket =
                new Socket(simulator.baseUri().getHost(), simulator.baseUri().getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    static void violateTheContract(GloebitSimulator simulator) throws Exception {
        HttpRequest nowhere = HttpRequest.newBuilder(simulator.baseUri().resolve("nowhere"))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpClient.newHttpClient().send(nowhere, BodyHandlers.discarding());
    }
}
