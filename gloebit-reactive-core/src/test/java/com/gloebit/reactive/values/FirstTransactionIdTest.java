package com.gloebit.reactive.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.authorization.ClientSecrets;
import com.gloebit.reactive.transaction.TransactionId;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The first id of a process may be made on an event loop. BlockHound watches; a class loader makes it the first again. */
class FirstTransactionIdTest {
    private final Anew anew = new Anew();

    @Test
    void theFirstTransactionIdDoesNotBlock() throws ReflectiveOperationException {
        assertThat(onANonBlockingThread("of", "order-1")).isEqualTo("order-1");

        Object secrets = anew.type(ClientSecrets.class)
                .getMethod("of", String.class, String.class)
                .invoke(null, "key", "secret");
        anew.type(GloebitClient.class)
                .getMethod("builder", anew.type(ClientSecrets.class))
                .invoke(null, secrets);

        assertThat(onANonBlockingThread("random")).hasSize(36);
    }

    private @Nullable String onANonBlockingThread(String factory, String... arguments)
            throws ReflectiveOperationException {
        Class<?> type = anew.type(TransactionId.class);
        assertThat(type).isNotSameAs(TransactionId.class);
        Class<?>[] parameters = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {String.class};
        Method method = type.getMethod(factory, parameters);
        return Mono.fromCallable(() -> method.invoke(null, (Object[]) arguments))
                .map(Object::toString)
                .subscribeOn(Schedulers.parallel())
                .block(Duration.ofSeconds(20));
    }

    /** Our classes as no one has used them yet. */
    private static final class Anew extends ClassLoader {
        Anew() {
            super(GloebitClient.class.getClassLoader());
        }

        Class<?> type(Class<?> known) throws ClassNotFoundException {
            return loadClass(known.getName());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("com.gloebit.reactive.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream bytes = GloebitClient.class.getResourceAsStream('/' + name.replace('.', '/') + ".class")) {
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
