package io.loupe.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.containAnyFieldsThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What holds for the classes of every module, each rule with what to do instead. */
public enum ArchitectureRule {
    PACKAGES_ARE_NULL_MARKED(
            Scope.TESTS_TOO,
            classes()
                    .should(resideInANullMarkedPackage())
                    .because("NullAway skips a package without it: add a package-info.java with @NullMarked")),

    PACKAGES_HAVE_NO_CYCLES(
            Scope.MAIN,
            slices().assignedFrom(packages())
                    .should()
                    .beFreeOfCycles()
                    .because("packages are read from the bottom up: move the class that both need into the lower one")),

    NO_AWT(
            Scope.MAIN,
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..")
                    .because("pictures are RgbImage here: reading goes through vision-images, drawing through"
                            + " vision-report")),

    NO_STANDARD_STREAMS(
            Scope.MAIN,
            noClasses()
                    .should(ACCESS_STANDARD_STREAMS)
                    .because("only the command line talks to people: return the result, or report to a Progress")),

    RANDOM_HAS_A_SEED(
            Scope.TESTS_TOO,
            noClasses()
                    .should()
                    .accessTargetWhere(isUnseededRandom())
                    .because("every result can be repeated: take a Random, or a seed, as a parameter")),

    NO_FIELD_INJECTION(
            Scope.TESTS_TOO,
            noClasses()
                    .should(ArchCondition.from(containAnyFieldsThat(areInjected())))
                    .because("an object is usable once it is constructed: take it as a constructor parameter")),

    NAMES_SAY_WHAT_A_CLASS_IS(
            Scope.TESTS_TOO,
            noClasses()
                    .should()
                    .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl)")
                    .because("such a name fits anything: name the class after what it is or how it does it")),

    NO_PRINTED_STACK_TRACES(
            Scope.TESTS_TOO,
            noClasses()
                    .should()
                    .accessTargetWhere(describe(
                            "the target is printStackTrace",
                            access -> access.getTarget().getName().equals("printStackTrace")))
                    .because("an error is handled or passed on: throw it with a sentence that says what to do"));

    enum Scope {
        MAIN,
        TESTS_TOO
    }

    private final Scope scope;

    // An ArchRule never changes; its class only lacks the annotation that would say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ArchRule rule;

    ArchitectureRule(Scope scope, ArchRule rule) {
        this.scope = scope;
        this.rule = rule;
    }

    Scope scope() {
        return scope;
    }

    ArchRule rule() {
        return rule;
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package whose package-info has @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        type, marked, "%s is in the package %s".formatted(type.getName(), type.getPackageName())));
            }
        };
    }

    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    private static DescribedPredicate<JavaField> areInjected() {
        Set<String> injecting = Set.of("Inject", "Autowired", "Resource");
        return describe(
                "have an injection annotation",
                field -> field.getAnnotations().stream()
                        .anyMatch(annotation ->
                                injecting.contains(annotation.getRawType().getSimpleName())));
    }

    private static DescribedPredicate<JavaAccess<?>> isUnseededRandom() {
        Set<String> unseeded = Set.of(
                "java.util.Random.<init>()",
                "java.util.SplittableRandom.<init>()",
                "java.util.concurrent.ThreadLocalRandom.current()",
                "java.util.random.RandomGenerator.getDefault()",
                "java.util.Collections.shuffle(java.util.List)",
                "java.lang.Math.random()");
        return describe(
                "the target draws random numbers without a seed",
                access -> access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                        && unseeded.contains(target.getFullName()));
    }
}
