package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Epd.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundlePageTests {

  @Test
  void holdsTheResourcesWithoutTheOutcomesAndKnowsTheNextPage() {
    BundlePage page =
        BundlePage.of(
            json(
                """
                {'resourceType':'Bundle','type':'searchset',
                 'link':[{'relation':'self','url':'https://a.example/1'},
                         {'relation':'next','url':'https://a.example/2'}],
                 'entry':[{'resource':{'resourceType':'Encounter','id':'1'},
                           'search':{'mode':'match'}},
                          {'resource':{'resourceType':'Location','id':'2'},
                           'search':{'mode':'outcome'}},
                          {'resource':{'resourceType':'OperationOutcome'}},
                          {'fullUrl':'https://a.example/3'},
                          {'resource':null},
                          {'resource':{'resourceType':'Encounter','id':'4'}}]}
                """));
    assertThat(page.kind()).isEqualTo(BundlePage.Kind.BUNDLE);
    assertThat(page.resources())
        .extracting(r -> r.path("id").stringValue())
        .containsExactly("1", "4");
    assertThat(page.next()).isEqualTo("https://a.example/2");
    assertThat(page.isWhole()).isFalse();
  }

  @Test
  void anEmptyBundleIsWhole() {
    BundlePage page = BundlePage.of(json("{'resourceType':'Bundle'}"));
    assertThat(page.isWhole()).isTrue();
    assertThat(page.resources()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "null;NOTHING",
        "{'resourceType':'OperationOutcome'};OPERATION_OUTCOME",
        "{'resourceType':'Encounter'};OTHER",
        "{};OTHER",
        "[];OTHER",
        "'Bundle';OTHER"
      })
  void whatIsNoBundleIsNeverWhole(String text, BundlePage.Kind kind) {
    BundlePage page = BundlePage.of(json(text));
    assertThat(page.kind()).isEqualTo(kind);
    assertThat(page.isWhole()).isFalse();
    assertThat(page.resources()).isEmpty();
  }

  @Test
  void nothingAtAllIsNotWholeEither() {
    assertThat(BundlePage.of(null).kind()).isEqualTo(BundlePage.Kind.NOTHING);
    assertThat(BundlePage.of(null).isWhole()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'entry':{};Bundle.entry",
        "'entry':['x'];Bundle.entry[0]",
        "'entry':[{'resource':[]}];Bundle.entry[0].resource",
        "'link':[{'relation':1}];Bundle.link[0].relation"
      })
  void namesWhatHasAnotherTypeThanItShould(String part, String expression) {
    assertThatThrownBy(() -> BundlePage.of(json("{'resourceType':'Bundle'," + part + "}")))
        .isInstanceOfSatisfying(
            UnreadableResource.class,
            e -> {
              assertThat(e.fault().expression()).isEqualTo(expression);
              assertThat(e.fault().code()).isEqualTo("epd.wrong-type");
            });
  }
}
