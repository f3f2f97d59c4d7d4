package com.gloebit.reactive.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.gloebit.reactive.AuthorizedUser;
import com.gloebit.reactive.GloebitClient;
import com.gloebit.reactive.GloebitClientBuilder;
import com.gloebit.reactive.RedirectRoute;
import com.gloebit.reactive.authorization.Credential;
import com.gloebit.reactive.character.Characters;
import com.gloebit.reactive.character.OwnedCharacter;
import com.gloebit.reactive.hold.Holds;
import com.gloebit.reactive.internal.hold.JournaledHolds;
import com.gloebit.reactive.inventory.Items;
import com.gloebit.reactive.inventory.Products;
import com.gloebit.reactive.settings.CallLimits;
import com.gloebit.reactive.subscription.Subscriptions;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The walls between the rooms, as docs/architecture.md draws them. */
@AnalyzeClasses(packages = "com.gloebit.reactive", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    private static final String INTERNAL = "com.gloebit.reactive.internal..";
    private static final String JSON = "com.gloebit.reactive.internal.json..";
    private static final String ANSWER = "com.gloebit.reactive.internal.answer..";
    private static final String SUBJECT = "com.gloebit.reactive.internal.subject..";
    private static final String ENDPOINT = "com.gloebit.reactive.internal.endpoint..";
    private static final String HTTP = "com.gloebit.reactive.internal.http..";
    private static final String PIPELINE = "com.gloebit.reactive.internal.pipeline..";

    @ArchTest
    static final ArchRule ONLY_ONE_ROOM_KNOWS_JSON = noClasses()
            .that()
            .resideOutsideOfPackage(JSON)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml..");

    /** A user may bring an HttpClient, so the builder names it, and a server, so what makes routes names it. */
    @ArchTest
    static final ArchRule ONLY_ONE_ROOM_KNOWS_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage(HTTP)
            .and()
            .doNotBelongToAnyOf(GloebitClientBuilder.class, Holds.class, JournaledHolds.class, RedirectRoute.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "reactor.netty..");

    @ArchTest
    static final ArchRule ONLY_THE_PIPELINE_KNOWS_RESILIENCE4J = noClasses()
            .that()
            .resideOutsideOfPackage(PIPELINE)
            .and()
            .doNotBelongToAnyOf(GloebitClientBuilder.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.resilience4j..");

    @ArchTest
    static final ArchRule JSON_KNOWS_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage(JSON)
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.gloebit..").and(not(resideInAnyPackage(JSON))));

    @ArchTest
    static final ArchRule ROWS_KNOW_NEITHER_HTTP_NOR_THE_PIPELINE = noClasses()
            .that()
            .resideInAnyPackage(ANSWER, SUBJECT, ENDPOINT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP, PIPELINE);

    @ArchTest
    static final ArchRule HTTP_KNOWS_NOT_THE_PIPELINE = noClasses()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PIPELINE);

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CIRCLE = SlicesRuleDefinition.slices()
            .assignedFrom(new PackageOfTheClass())
            .should()
            .beFreeOfCycles();

    /** One slice for each package, the root included. */
    private static final class PackageOfTheClass implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    /** The rooms inside know values; the views are made of them in one room. */
    @ArchTest
    static final ArchRule ONLY_CALLS_AND_HOLDS_KNOW_VIEWS = noClasses()
            .that()
            .resideInAPackage(INTERNAL)
            .and()
            .resideOutsideOfPackages("com.gloebit.reactive.internal.calls..", "com.gloebit.reactive.internal.hold..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    GloebitClient.class,
                    GloebitClientBuilder.class,
                    AuthorizedUser.class,
                    Products.class,
                    Items.class,
                    Characters.class,
                    Subscriptions.class,
                    Holds.class,
                    OwnedCharacter.class);

    @ArchTest
    static final ArchRule NOTHING_BLOCKS_OR_SUBSCRIBES = noClasses()
            .should()
            .callMethodWhere(describe("it blocks, sleeps or subscribes for the caller", WallsTest::blocksOrSubscribes));

    private static boolean blocksOrSubscribes(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getName();
        if (owner.isEquivalentTo(Thread.class)) {
            return name.equals("sleep");
        }
        return owner.isAssignableTo(Publisher.class)
                && (name.startsWith("block") || name.equals("subscribe") || name.equals("toFuture"));
    }

    @ArchTest
    static final ArchRule NOTHING_PRINTS =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    private static final Set<String> ANSWERS = Set.of(
            Mono.class.getName(),
            Flux.class.getName(),
            AuthorizedUser.class.getName(),
            Products.class.getName(),
            Items.class.getName(),
            Characters.class.getName(),
            OwnedCharacter.class.getName(),
            Credential.class.getName(),
            CallLimits.class.getName());

    /** Every endpoint is a Mono or a Flux: what a view gives is one of these, a value it holds, or another view. */
    @ArchTest
    static final ArchRule VIEWS_ANSWER_REACTIVELY = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .belongToAnyOf(AuthorizedUser.class, Products.class, Items.class, Characters.class, Subscriptions.class)
            .and()
            .doNotHaveName("toString")
            .should()
            .haveRawReturnType(describe(
                    "Mono, Flux, a view, the credential or the limits", type -> ANSWERS.contains(type.getName())));
}
