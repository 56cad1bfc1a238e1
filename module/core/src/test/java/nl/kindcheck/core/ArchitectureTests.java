package nl.kindcheck.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code core} is Java only: no framework, no clock, no state, nothing else of ours. */
class ArchitectureTests {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("nl.kindcheck.core");

  private static final DescribedPredicate<JavaCall<?>> READS_A_CLOCK =
      DescribedPredicate.describe(
          "read a clock",
          call -> {
            JavaClass owner = call.getTargetOwner();
            boolean now =
                call.getName().equals("now") && owner.getPackageName().equals("java.time");
            boolean system =
                owner.isEquivalentTo(System.class)
                    && Set.of("currentTimeMillis", "nanoTime").contains(call.getName());
            boolean date =
                owner.isEquivalentTo(Date.class)
                    && call.getName().equals("<init>")
                    && call.getTarget().getRawParameterTypes().isEmpty();
            return now || system || date || owner.isAssignableTo(Clock.class);
          });

  private static final ArchCondition<JavaField> HOLD_NO_STATE =
      new ArchCondition<>("be final and hold nothing that changes") {
        @Override
        public void check(JavaField field, ConditionEvents events) {
          boolean kept = field.getModifiers().contains(JavaModifier.FINAL);
          events.add(new SimpleConditionEvent(field, kept, field.getFullName()));
        }
      };

  @Test
  void thereIsSomethingToCheck() {
    assertThat(CORE.size()).isGreaterThan(50);
    assertThat(CORE.contain(ArchitectureTests.class)).isFalse();
  }

  @Test
  void coreKnowsJavaAndItselfOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            are(
                resideInAnyPackage(
                    "nl.kindcheck.core..",
                    "java.io",
                    "java.lang..",
                    "java.nio.charset",
                    "java.text",
                    "java.time..",
                    "java.util..",
                    "org.jspecify.annotations")))
        .check(CORE);
  }

  @Test
  void theFamilyKnowsNoPolicyAndNoRule() {
    noClasses()
        .that()
        .resideInAPackage("nl.kindcheck.core.family")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("nl.kindcheck.core.policy", "nl.kindcheck.core.rule")
        .check(CORE);
  }

  @Test
  void thePolicyKnowsNoRule() {
    noClasses()
        .that()
        .resideInAPackage("nl.kindcheck.core.policy")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("nl.kindcheck.core.rule")
        .check(CORE);
  }

  @Test
  void coreReadsNoClock() {
    noClasses().should().callCodeUnitWhere(READS_A_CLOCK).check(CORE);
  }

  @Test
  void aCallOfAClockWouldBeSeen() {
    JavaClass reader = new ClassFileImporter().importClass(ReadsClocks.class);

    assertThat(reader.getCodeUnitCallsFromSelf().stream().filter(READS_A_CLOCK)).hasSize(5);
  }

  /** What the rule above must see. */
  @SuppressWarnings({"unused", "JavaUtilDate", "TimeZoneUsage", "JavaTimeDefaultTimeZone"})
  private static final class ReadsClocks {
    private static String all() {
      return ""
          + Instant.now()
          + java.time.LocalDate.now()
          + Clock.systemUTC()
          + System.currentTimeMillis()
          + new Date();
    }
  }

  @Test
  void coreHasNoStaticsWithState() {
    fields().that().areStatic().should(HOLD_NO_STATE).check(CORE);
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .and()
        .areNotPrivate()
        .should()
        .notHaveRawType(DescribedPredicate.describe("an array", JavaClass::isArray))
        .check(CORE);
  }

  @Test
  void whatTravelsCanBeSerialised() {
    classes()
        .that()
        .areRecords()
        .and()
        .arePublic()
        .should()
        .beAssignableTo(Serializable.class)
        .check(CORE);
  }
}
