package nl.kindcheck.service;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** There is no way out beside the one that looks at where it leads. */
class OutgoingOnlyTests {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("nl.kindcheck.service");

  private static final Set<String> WAYS_OUT =
      Set.of(
          "java.net.HttpURLConnection",
          "java.net.URLConnection",
          "java.net.Socket",
          "com.nimbusds.jose.util.DefaultResourceRetriever",
          "org.springframework.http.client.SimpleClientHttpRequestFactory",
          "org.springframework.http.client.JdkClientHttpRequestFactory");

  @Test
  void nothingCallsByItself() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.platform\\.Outgoing(?:Guard)?(?:\\$.*)?")
        // Looks whether its own database on this machine still runs.
        .and()
        .doNotHaveSimpleName("DemoDatabase")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net.http..", "org.apache.hc..")
                .or(describe("a way out", (JavaClass c) -> WAYS_OUT.contains(c.getName()))))
        .orShould()
        .callMethodWhere(
            describe(
                "of a library that asks the identity provider by itself",
                (JavaMethodCall call) -> call.getName().matches("from(?:Oidc)?IssuerLocation")))
        .check(SERVICE);
  }
}
