package io.loupe.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Checks every {@link ArchitectureRule} on one module. Each module has an {@code ArchitectureTest} that extends this
 * with its root package, the least number of classes it has (so that a rule cannot pass because nothing was scanned),
 * and the rules that it may break.
 */
public abstract class ArchitectureContract {
    private final String rootPackage;
    private final int leastClasses;
    private final Set<ArchitectureRule> rules;

    /**
     * For a module's test.
     *
     * @param rootPackage of the module, shared with no other module
     * @param leastClasses of the module, without tests; raise it as the module grows
     * @param exempt the rules that do not hold for this module
     */
    protected ArchitectureContract(String rootPackage, int leastClasses, ArchitectureRule... exempt) {
        this.rootPackage = rootPackage;
        this.leastClasses = leastClasses;
        this.rules = EnumSet.allOf(ArchitectureRule.class);
        this.rules.removeAll(List.of(exempt));
    }

    @Test
    public final void scansAllClassesOfTheModule() {
        assertThat(withoutTests(allClasses()))
                .as("classes found in %s; if the module has become smaller on purpose, lower the floor", rootPackage)
                .hasSizeGreaterThanOrEqualTo(leastClasses);
    }

    @TestFactory
    public final Stream<DynamicTest> followsTheRules() {
        JavaClasses mainAndTests = allClasses();
        JavaClasses main = withoutTests(mainAndTests);
        return rules.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    switch (rule.scope()) {
                        case MAIN -> rule.rule().check(main);
                        case TESTS_TOO -> rule.rule().check(mainAndTests);
                    }
                }));
    }

    private JavaClasses allClasses() {
        return new ClassFileImporter().importPackages(rootPackage);
    }

    private static JavaClasses withoutTests(JavaClasses classes) {
        return classes.that(describe(
                "are not tests",
                type -> type.getSource()
                        .map(source -> !source.getUri().toString().contains("/test-classes/"))
                        .orElse(true)));
    }
}
