package com.gloebit.reactive.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What an ahead-of-time compiler must not have to be told, and the one thing that it is told. */
@AnalyzeClasses(packages = "com.gloebit.reactive", importOptions = ImportOption.DoNotIncludeTests.class)
class NativeImageTest {
    private static final String SALT = "com.gloebit.reactive.transaction.TransactionId$Salt";
    private static final String TOLD =
            "/META-INF/native-image/com.gloebit/gloebit-reactive-core/native-image.properties";
    private static final String ARGUMENT = "--initialize-at-run-time=";

    /** Methods of {@link Class} that need reachability metadata. */
    private static final Set<String> REFLECTIVE = Set.of("forName", "newInstance");

    @ArchTest
    static final ArchRule THE_CORE_REFLECTS_ON_NOTHING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(MethodHandles.class, ServiceLoader.class)
            .orShould()
            .callMethodWhere(describe("it looks a class, a member or a resource up", NativeImageTest::looksUp));

    private static boolean looksUp(JavaCall<?> call) {
        String name = call.getName();
        boolean ofClass = call.getTargetOwner().isEquivalentTo(Class.class);
        return name.startsWith("getResource")
                || (ofClass && (REFLECTIVE.contains(name) || name.startsWith("getDeclared")));
    }

    @ArchTest
    static final ArchRule NO_STATIC_FIELD_CHANGES =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule ONLY_THE_SALT_IS_MADE_OF_CHANCE_OR_TIME = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(SALT)
            .should()
            .callCodeUnitWhere(
                    describe("it reads chance or time while a class is initialized", NativeImageTest::bakesIn));

    private static boolean bakesIn(JavaCall<?> call) {
        return call.getOrigin().getName().equals("<clinit>")
                && (call.getTargetOwner().isAssignableTo(SecureRandom.class)
                        || call.getTargetOwner().isEquivalentTo(ThreadLocalRandom.class)
                        || call.getTargetOwner().isEquivalentTo(Clock.class)
                        || (call.getTargetOwner().isEquivalentTo(Instant.class)
                                && call.getName().equals("now"))
                        || call.getName().equals("nanoTime")
                        || call.getName().equals("currentTimeMillis"));
    }

    @Test
    void theCompilerIsToldToMakeTheSaltWhenTheProgramRuns() throws IOException, ClassNotFoundException {
        Properties told = new Properties();
        try (InputStream file = Objects.requireNonNull(NativeImageTest.class.getResourceAsStream(TOLD))) {
            told.load(file);
        }

        assertThat(told.getProperty("Args")).isEqualTo(ARGUMENT + SALT);
        assertThat(Class.forName(SALT, false, NativeImageTest.class.getClassLoader())
                        .getDeclaredFields())
                .extracting("name")
                .contains("HIGH", "LOW");
    }
}
