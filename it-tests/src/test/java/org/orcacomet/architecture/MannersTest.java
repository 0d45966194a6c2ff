package org.orcacomet.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manners that a program can check and the compiler does not. */
class MannersTest {
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|Common|Misc)");
    private static final DescribedPredicate<JavaClass> THIRD_PARTY = DescribedPredicate.describe(
            "a third party's type",
            c -> !c.isPrimitive()
                    && !c.isArray()
                    && !c.getPackageName().startsWith("java")
                    && !c.getPackageName().startsWith("org.orcacomet"));

    @Test
    void names_sayWhatAThingIs() {
        noClasses().should(haveNameMatching(EMPTY_NAME.pattern())).check(Rooms.CLASSES);
    }

    @Test
    void exportedSignatures_holdNoThirdPartysType() {
        methods()
                .that(DescribedPredicate.describe("are exported", MannersTest::isExported))
                .should()
                .notHaveRawReturnType(THIRD_PARTY)
                .andShould()
                .notHaveRawParameterTypes(DescribedPredicate.describe(
                        "a third party's type", types -> types.stream().anyMatch(THIRD_PARTY)))
                .check(Rooms.CLASSES);
    }

    @Test
    void publicFields_areConstants() {
        fields().that().arePublic().should().beFinal().check(Rooms.CLASSES);
    }

    private static boolean isExported(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getOwner().getPackageName().contains(".internal")
                && !method.getOwner().getName().contains("Component");
    }
}
