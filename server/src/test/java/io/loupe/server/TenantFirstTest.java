package io.loupe.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaMember.Predicates.declaredIn;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.loupe.index.TenantId;
import io.loupe.index.VectorIndex;
import io.loupe.offending.ForgetsTheTenant;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.platform.database.WithoutTenant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Repository;

/** The first wall between tenants: whose rows are meant is the first thing that every repository is told. */
final class TenantFirstTest {
    private static final ArchRule RULE = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Repository.class)
            .and()
            .arePublic()
            .and()
            .areNotAnnotatedWith(WithoutTenant.class)
            .should(takeATenantFirst())
            .because("whose rows are meant must not be forgotten; where the tenant is not known yet, say why with"
                    + " @WithoutTenant");

    private static ArchCondition<JavaMethod> takeATenantFirst() {
        return new ArchCondition<>("take a TenantId as the first parameter") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                List<JavaClass> parameters = method.getRawParameterTypes();
                boolean first = !parameters.isEmpty() && parameters.getFirst().isEquivalentTo(TenantId.class);
                events.add(new SimpleConditionEvent(method, first, method.getFullName()));
            }
        };
    }

    @Test
    void everyRepositoryIsToldTheTenantFirst() {
        RULE.check(new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.loupe.server"));
    }

    @Test
    void soIsEveryObjectStoreAndEveryIndex() {
        methods()
                .that()
                .areDeclaredIn(ObjectStore.class)
                .or(are(declaredIn(VectorIndex.class)))
                .and(are(not(nameMatching("tenants|dimension|requireDimension|close"))))
                .should(takeATenantFirst())
                .check(new ClassFileImporter().importClasses(ObjectStore.class, VectorIndex.class));
    }

    @Test
    void oneThatIsNotIsNamed() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> RULE.check(new ClassFileImporter().importClasses(ForgetsTheTenant.class)))
                .withMessageContaining("ForgetsTheTenant.contains");
    }
}
