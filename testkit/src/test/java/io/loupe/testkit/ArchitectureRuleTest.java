package io.loupe.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArchitectureRuleTest {
    private static final JavaClasses OFFENDING = new ClassFileImporter().importPackages("io.loupe.testkit.offending");

    @ParameterizedTest
    @EnumSource
    void reportsTheClassesThatBreakItAndNoOther(ArchitectureRule rule) {
        EvaluationResult result = rule.rule().evaluate(OFFENDING);

        List<String> violations = result.getFailureReport().getDetails();
        List<String> offenders = offenders(rule);
        assertThat(violations).allMatch(violation -> offenders.stream().anyMatch(violation::contains));
        assertThat(offenders).allMatch(offender -> violations.stream().anyMatch(v -> v.contains(offender)));
    }

    private static List<String> offenders(ArchitectureRule rule) {
        return switch (rule) {
            case PACKAGES_ARE_NULL_MARKED -> List.of("offending.unmarked.Unmarked is in the package");
            case PACKAGES_HAVE_NO_CYCLES -> List.of("cycle.upper -> ", "cycle.lower");
            case NO_AWT -> List.of("PaintsWithAwt.red()");
            case NO_STANDARD_STREAMS -> List.of("PrintsToStandardOut.print()");
            case RANDOM_HAS_A_SEED ->
                List.of(
                        "DrawsWithoutSeed.constructed()",
                        "DrawsWithoutSeed.referenced()",
                        "DrawsWithoutSeed.threadLocal()",
                        "DrawsWithoutSeed.math()",
                        "DrawsWithoutSeed.shuffled(");
            case NO_FIELD_INJECTION -> List.of("HasAnInjectedField> satisfies");
            case NAMES_SAY_WHAT_A_CLASS_IS -> List.of("offending.ImageUtil");
            case NO_PRINTED_STACK_TRACES -> List.of("PrintsStackTraces.swallow(");
        };
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatToDo(ArchitectureRule rule) {
        assertThat(rule.rule().getDescription()).contains(", because ").contains(": ");
    }

    @ParameterizedTest
    @EnumSource
    void failsWhenThereIsNothingToCheck(ArchitectureRule rule) {
        JavaClasses nothing = new ClassFileImporter().importPackages("io.loupe.nowhere");

        assertThatThrownBy(() -> rule.rule().check(nothing)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aModuleBelowItsFloorFails() {
        ArchitectureContract contract = new ArchitectureContract("io.loupe.testkit", 1_000) {};

        assertThatThrownBy(contract::scansAllClassesOfTheModule)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("io.loupe.testkit")
                .hasMessageContaining("lower the floor");
    }

    @Test
    void aModuleIsSparedTheRulesItIsExemptFrom() {
        ArchitectureContract contract =
                new ArchitectureContract("io.loupe.testkit", 1, ArchitectureRule.NO_STANDARD_STREAMS) {};

        assertThat(contract.followsTheRules().map(DynamicTest::getDisplayName))
                .hasSize(ArchitectureRule.values().length - 1)
                .doesNotContain("NO_STANDARD_STREAMS");
    }

    @Test
    void aModuleThatBreaksARuleFails() {
        ArchitectureContract contract = new ArchitectureContract("io.loupe.testkit", 1) {};
        DynamicTest names = contract.followsTheRules()
                .filter(test -> test.getDisplayName().equals("NAMES_SAY_WHAT_A_CLASS_IS"))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> names.getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ImageUtil");
    }
}
