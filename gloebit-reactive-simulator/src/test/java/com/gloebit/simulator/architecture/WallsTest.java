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

/** Which room may use which. A class of the public package belongs to the values, which rooms use, or to the entry. */
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
    static final ArchRule EACH_ROOM_USES_ONLY_THE_ROOMS_NAMED_HERE = layeredArchitecture()
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
    static final ArchRule THERE_IS_NO_CIRCLE =
            slices().assignedFrom(new Rooms()).should().beFreeOfCycles();

    private static final class Rooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            if (!javaClass.getPackageName().equals(ROOT)) {
                return SliceIdentifier.of(javaClass.getPackageName());
            }
            return SliceIdentifier.of(isValue(javaClass) ? "values" : "entry");
        }

        private static boolean isValue(JavaClass javaClass) {
            return VALUES.contains(javaClass.getName())
                    || javaClass.getEnclosingClass().filter(Rooms::isValue).isPresent();
        }

        @Override
        public String getDescription() {
            return "the rooms, the public values and the entry";
        }
    }
}
