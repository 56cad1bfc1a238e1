package nl.kindcheck.demoepd;

/** Answers as the service gives them. */
final class TestCards {

  static final String DUE =
      """
      {"uuid":"card-1","summary":"Vraag vandaag naar de kinderen","indicator":"warning",
       "detail":"De **intake** begint.\\n\\n- Wij vragen dit aan iedereen",
       "source":{"label":"Kindcheck","url":"https://kindcheck.example/","topic":{"code":"kindcheck-due"}},
       "selectionBehavior":"any",
       "suggestions":[{"label":"Zet op de werklijst","uuid":"suggestion-1","isRecommended":true,
         "actions":[{"type":"create","description":"Taak","resource":{"resourceType":"Task",
           "status":"requested","intent":"order","description":"Kindcheck doen met deze ouder",
           "for":{"reference":"Patient/p10"}}},
          {"type":"create","description":"Anders","resource":{"resourceType":"Flag"}}]}],
       "overrideReasons":[{"code":"already-discussed","system":"https://kindcheck.example/r","display":"Al besproken"}],
       "links":[{"label":"Open de Kindcheck","url":"https://kindcheck.example/launch","type":"smart"}]}\
      """;

  static final String HOSTILE =
      """
      {"uuid":"card-x","summary":"<b onclick=x>Samenvatting</b>","indicator":"\\" onclick=\\"x",
       "detail":"<script>alert(1)</script> <img src=x onerror=y> [lees](javascript:z) ![p](http://pixel.example/p.gif)\\n\\n# kop\\n\\n<div>blok</div>",
       "source":{"label":"<i>bron</i>","url":"javascript:s()"},
       "links":[{"label":"<u>weg</u>","url":"javascript:l()","type":"absolute"}]}\
      """;

  static final String STATUS =
      """
      {"resourceType":"Parameters","parameter":[
        {"name":"status","valueCode":"due"},{"name":"due","valueDate":"2026-03-24"},
        {"name":"question","valueString":"Zorgt u voor kinderen?"},
        {"name":"reason","part":[{"name":"rule","valueCode":"event.intake"},
          {"name":"text","valueString":"De intake is begonnen."}]},
        {"name":"owner","valueReference":{"reference":"Practitioner/c01","display":"De intaker"}}]}\
      """;

  private TestCards() {}

  static String answer(String... cards) {
    return "{\"cards\":[" + String.join(",", cards) + "]}";
  }

  static String gate(boolean allowed, String answer) {
    return """
    {"resourceType":"Parameters","parameter":[
      {"name":"allowed","valueBoolean":%s},{"name":"level","valueCode":"hold"},
      {"name":"answer","valueCode":"%s"},
      {"name":"reason","part":[{"name":"rule","valueCode":"gate.open-check"},
        {"name":"text","valueString":"Bij een intake hoort een Kindcheck."}]},
      {"name":"missing","valueString":"Welke kinderen er zijn"}]}\
    """
        .formatted(allowed, answer);
  }
}
