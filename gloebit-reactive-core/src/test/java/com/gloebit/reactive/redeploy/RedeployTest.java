package com.gloebit.reactive.redeploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.wire.support.Answers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.HttpResources;

/** A server keeps its own libraries, threads and meters while applications come and go. */
class RedeployTest {
    private static final int DEPLOYMENTS = 3;
    private static final int PATIENCE = 100;

    private final MockWebServer gloebit = new MockWebServer();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger balances = new AtomicInteger();

    /** The threads that all applications share are the server's: one that an application starts keeps its loader. */
    @BeforeAll
    static void startTheServersThreads() {
        HttpResources.get().onClient(true).forEach(loop -> loop.submit(() -> {}).syncUninterruptibly());
        for (int i = 0; i < Schedulers.DEFAULT_POOL_SIZE; i++) {
            Schedulers.parallel().createWorker().schedule(() -> {});
        }
    }

    @AfterEach
    void close() {
        gloebit.close();
    }

    @Test
    void aStoppedApplicationLeavesNothingBehind() throws Exception {
        gloebit.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return switch (request.getTarget()) {
                    case "/user" ->
                        new MockResponse.Builder()
                                .onResponseStart(SocketEffect.Stall.INSTANCE)
                                .build();
                    case "/balance" ->
                        balances.getAndIncrement() % 2 == 0
                                ? Answers.status(500)
                                : Answers.json("{\"success\":true,\"balance\":7}");
                    default -> Answers.json("{\"success\":true,\"id\":\"order-1\",\"reason\":\"success\"}");
                };
            }
        });
        gloebit.start();

        List<WeakReference<ClassLoader>> deployments = new ArrayList<>();
        for (int i = 0; i < DEPLOYMENTS; i++) {
            deployments.add(deployed());
        }

        linkTheRecordOfAnotherApplication();

        assertThat(deployments.stream().filter(RedeployTest::isKept))
                .as("class loaders that are kept")
                .isEmpty();
    }

    private WeakReference<ClassLoader> deployed() throws Exception {
        try (Deployment application = new Deployment(GloebitClient.class, DeployedShop.class)) {
            URI service = gloebit.url("/").uri();
            CompletableFuture<String> balance = new CompletableFuture<>();
            Thread thread = new Thread(() -> balance.completeAsync(() -> used(application, service), Runnable::run));
            thread.setContextClassLoader(application);
            thread.start();
            assertThat(balance.get(30, TimeUnit.SECONDS)).isEqualTo("HELD 7");
            thread.join();
            return new WeakReference<>(application);
        }
    }

    @SuppressWarnings("unchecked")
    private String used(Deployment application, URI service) {
        try {
            return ((BiFunction<URI, MeterRegistry, String>) application
                            .loadClass(DeployedShop.class.getName())
                            .getDeclaredConstructor()
                            .newInstance())
                    .apply(service, meters);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The JDK keeps the types that the {@code equals} of a record was last linked with: before 19 by a strong reference,
     * from 19 by a soft one, which only a type of another application displaces.
     */
    private static void linkTheRecordOfAnotherApplication() throws Exception {
        try (Deployment another = new Deployment(LinkedRecord.class)) {
            Object equals = another.loadClass(LinkedRecord.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(((BooleanSupplier) equals).getAsBoolean()).isTrue();
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // the collector gets a turn
    private static boolean isKept(WeakReference<ClassLoader> application) {
        for (int i = 0; i < PATIENCE && application.get() != null; i++) {
            System.gc();
            Thread.yield();
        }
        return application.get() != null;
    }
}
