package nl.kindcheck.service.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Where the source's address of a card leads: says honestly what is here. */
@RestController
class EntryPages {

  private final Texts texts;

  EntryPages(Texts texts) {
    this.texts = texts;
  }

  @GetMapping("/")
  ResponseEntity<String> about(Locale locale) {
    return page("about", Texts.choose(locale));
  }

  private ResponseEntity<String> page(String name, Locale locale) {
    String title = HtmlUtils.htmlEscape(texts.of("page." + name + ".title", locale));
    String body = HtmlUtils.htmlEscape(texts.of("page." + name + ".body", locale));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
        .body(
            """
            <!doctype html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
            <body><main><h1>%s</h1><p>%s</p></main></body>
            </html>
            """
                .formatted(locale.getLanguage(), title, title, body));
  }
}
