package com.gloebit.examples.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of Java in a Markdown file.
 *
 * @param file the name of the file
 * @param line the line of its first line of code, from 1
 * @param code what it says
 */
record Snippet(String file, int line, List<String> code) {
    private static final Pattern OPENING = Pattern.compile("\\s*```java\\s*");
    private static final Pattern CLOSING = Pattern.compile("\\s*```\\s*");
    private static final Pattern TYPE = Pattern.compile(
            "(@.*|(public |final |abstract |sealed |static )*(class|record|interface|enum|@interface) .*)");

    Snippet {
        code = List.copyOf(code);
    }

    static List<Snippet> in(String file, List<String> lines) {
        List<Snippet> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (OPENING.matcher(lines.get(i)).matches()) {
                int end = closing(file, lines, i + 1);
                found.add(new Snippet(file, i + 2, lines.subList(i + 1, end)));
                i = end;
            }
        }
        return found;
    }

    private static int closing(String file, List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (CLOSING.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        throw new IllegalArgumentException(file + ":" + from + " opens a block of Java that is never closed");
    }

    /** What the compiler gets: types as they are, statements in a method where the usual variables are given. */
    String source() {
        List<String> imports =
                code.stream().filter(line -> line.startsWith("import ")).toList();
        String rest = String.join(
                "\n", code.stream().filter(line -> !line.startsWith("import ")).toList());
        // A public type would need a file of its name.
        String body = declaresTypes()
                ? rest.replaceFirst("^\\s*public ", "")
                : "abstract class Documented extends Given {\n" + "void statements() throws Exception {\n" + rest
                        + "\n}\n}";
        return GIVEN_IMPORTS + String.join("\n", imports) + "\n" + GIVEN + "\n" + body + "\n";
    }

    private boolean declaresTypes() {
        return code.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("//"))
                .findFirst()
                .filter(line -> TYPE.matcher(line).matches())
                .isPresent();
    }

    private static final String GIVEN_IMPORTS = """
            import com.gloebit.reactive.*;
            import com.gloebit.reactive.authorization.*;
            import com.gloebit.reactive.character.*;
            import com.gloebit.reactive.failure.*;
            import com.gloebit.reactive.hold.*;
            import com.gloebit.reactive.identity.*;
            import com.gloebit.reactive.inventory.*;
            import com.gloebit.reactive.settings.*;
            import com.gloebit.reactive.subscription.*;
            import com.gloebit.reactive.transaction.*;
            import com.gloebit.simulator.Application;
            import com.gloebit.simulator.CallbackBehaviour;
            import com.gloebit.simulator.Fault;
            import com.gloebit.simulator.GloebitSimulator;
            import com.gloebit.simulator.HoldCallbacks;
            import com.gloebit.simulator.HoldDelivery;
            import com.gloebit.simulator.HoldStep;
            import com.gloebit.simulator.LedgerEntry;
            import com.gloebit.simulator.OpenBehaviour;
            import com.gloebit.simulator.Product;
            import com.gloebit.simulator.RandomFaults;
            import com.gloebit.simulator.SampleData;
            import com.gloebit.simulator.Settlement;
            import com.gloebit.simulator.junit.GloebitSimulatorExtension;
            import io.github.resilience4j.circuitbreaker.*;
            import io.micrometer.core.instrument.*;
            import io.netty.handler.codec.http.cookie.Cookie;
            import io.netty.handler.ssl.SslContext;
            import io.netty.handler.ssl.SslContextBuilder;
            import java.math.BigDecimal;
            import java.net.URI;
            import java.nio.file.Path;
            import java.security.SecureRandom;
            import java.time.Duration;
            import java.util.*;
            import reactor.core.publisher.Flux;
            import reactor.core.publisher.Mono;
            import reactor.core.publisher.Sinks;
            import reactor.netty.DisposableServer;
            import reactor.netty.http.server.HttpServer;
            import reactor.netty.http.server.HttpServerRoutes;
            import reactor.netty.transport.ProxyProvider;
            import org.junit.jupiter.api.Test;
            import org.junit.jupiter.api.extension.ExtendWith;
            import org.junit.jupiter.api.extension.RegisterExtension;
            import static org.assertj.core.api.Assertions.assertThat;
            import static org.assertj.core.api.Assertions.tuple;
            """;

    /** Fields, so that a snippet may declare a variable of the same name. */
    private static final String GIVEN = """
            @SuppressWarnings("all")
            abstract class Given {
                String key, secret, callback, sessionId, orderId;
                byte[] signingKey, storedPurchase;
                UUID characterId;
                GloebitClient gloebit;
                AuthorizedUser ada;
                Credential credential;
                PendingPurchase pending;
                MeterRegistry meterRegistry;

                TransactionJournal journal;

                abstract Mono<Void> remember(PendingPurchase pending);

                abstract Mono<Boolean> reserve(TransactionId id);

                abstract Mono<Void> deliver(TransactionId id);

                abstract Mono<Void> release(TransactionId id);

                abstract void restartTheApplication();
            }
            """;

    /** The name of the test. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
