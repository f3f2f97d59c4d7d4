package com.gloebit.simulator.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.gloebit.simulator.Application;
import com.gloebit.simulator.CallbackBehaviour;
import com.gloebit.simulator.HoldDelivery;
import com.gloebit.simulator.HoldStep;
import com.gloebit.simulator.LedgerEntry;
import com.gloebit.simulator.OpenBehaviour;
import com.gloebit.simulator.Product;
import com.gloebit.simulator.Settlement;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/**
 * The allowed dependencies among the packages.
 *
 * <p>The rule against circles cannot have one slice for each package. The internal packages use the value types of the
 * public package, and its entry points use the internal packages. Users find all of these types in one package, so the
 * rule splits it into two slices, the values and the entry, between which no circle is allowed either.
 */
@AnalyzeClasses(packages = "com.gloebit.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
    private static final String ROOT = "com.gloebit.simulator";
    private static final String INTERNAL = ROOT + ".internal.";
    private static final Set<String> VALUES = Set.of(
            Application.class.getName(),
            CallbackBehaviour.Course.class.getName(),
            CallbackBehaviour.Timing.class.getName(),
            HoldDelivery.class.getName(),
            HoldStep.class.getName(),
            LedgerEntry.class.getName(),
            OpenBehaviour.class.getName(),
            Product.class.getName(),
            Settlement.class.getName());

    @ArchTest
    static final ArchRule PACKAGES_USE_ONLY_THE_PACKAGES_NAMED_HERE = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("wire")
            .definedBy(INTERNAL + "wire..")
            .layer("tls")
            .definedBy(INTERNAL + "tls..")
            .layer("oauth")
            .definedBy(INTERNAL + "oauth..")
            .layer("ledger")
            .definedBy(INTERNAL + "ledger..")
            .layer("hold")
            .definedBy(INTERNAL + "hold..")
            .layer("http")
            .definedBy(INTERNAL + "http..")
            .layer("endpoint")
            .definedBy(INTERNAL + "endpoint..")
            .layer("page")
            .definedBy(INTERNAL + "page..")
            .layer("service")
            .definedBy(INTERNAL + "service..")
            .layer("public")
            .definedBy(ROOT)
            .layer("junit")
            .definedBy(ROOT + ".junit..")
            .layer("program")
            .definedBy(ROOT + ".program..")
            .whereLayer("wire")
            .mayNotAccessAnyLayer()
            .whereLayer("tls")
            .mayNotAccessAnyLayer()
            .whereLayer("oauth")
            .mayOnlyAccessLayers("wire", "public")
            .whereLayer("ledger")
            .mayOnlyAccessLayers("wire", "oauth", "public")
            .whereLayer("hold")
            .mayOnlyAccessLayers("wire", "ledger", "public")
            .whereLayer("http")
            .mayOnlyAccessLayers("wire", "tls")
            .whereLayer("endpoint")
            .mayOnlyAccessLayers("wire", "oauth", "ledger", "hold", "public")
            .whereLayer("page")
            .mayOnlyAccessLayers("wire", "oauth", "ledger", "hold", "public")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("public")
            .whereLayer("junit")
            .mayOnlyAccessLayers("public")
            .whereLayer("program")
            .mayOnlyAccessLayers("public");

    /** Users of the library do not have it. */
    @ArchTest
    static final ArchRule ONLY_THE_PROGRAM_USES_PICOCLI = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".program..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule ONLY_THE_TEMPLATES_USE_MUSTACHE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(INTERNAL + "page.PageTemplate")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.samskivert..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CIRCLE =
            slices().assignedFrom(new PackagesAndValues()).should().beFreeOfCycles();

    private static final class PackagesAndValues implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            if (!javaClass.getPackageName().equals(ROOT)) {
                return SliceIdentifier.of(javaClass.getPackageName());
            }
            return SliceIdentifier.of(isValue(javaClass) ? "values" : "entry");
        }

        private static boolean isValue(JavaClass javaClass) {
            return VALUES.contains(javaClass.getName())
                    || javaClass
                            .getEnclosingClass()
                            .filter(PackagesAndValues::isValue)
                            .isPresent();
        }

        @Override
        public String getDescription() {
            return "the packages, with the public package split into values and entry";
        }
    }
}
