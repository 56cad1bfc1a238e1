package nl.kindcheck.service.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import nl.kindcheck.service.platform.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes a {@link LaunchPage}. */
@Component
class LaunchPages {

  /**
   * Any page may frame it: it shows nothing but what its reader just sent, and has nothing to
   * press. An EPD that is not registered could otherwise not show why nothing opens.
   */
  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none';"
          + " base-uri 'none'; frame-ancestors *";

  private static final String HTML =
      """
      <!doctype html>
      <html lang="%s" class="govuk-template">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
      <link rel="stylesheet" href="/app/static/kindcheck.css"></head>
      <body class="govuk-template__body"><div class="govuk-width-container"><main class="govuk-main-wrapper">
      <h1 class="govuk-heading-l">%s</h1><p class="govuk-body">%s</p><p class="govuk-body">%s</p>%s
      </main></div></body>
      </html>
      """;

  private final Texts texts;

  LaunchPages(Texts texts) {
    this.texts = texts;
  }

  void write(HttpServletRequest request, HttpServletResponse response, LaunchPage page)
      throws IOException {
    write(response, page, language(request));
  }

  void write(HttpServletResponse response, LaunchPage page, Locale locale) throws IOException {
    write(response, page, locale, List.of());
  }

  /**
   * @param typed what its reader sent and gets back
   */
  void write(
      HttpServletResponse response, LaunchPage page, Locale locale, List<LateForm.Line> typed)
      throws IOException {
    String title = text(page, "title", locale);
    byte[] body =
        HTML.formatted(
                locale.getLanguage(),
                title,
                title,
                text(page, "body", locale),
                text(page, "next", locale),
                list(typed))
            .getBytes(UTF_8);
    response.setStatus(page.status().value());
    response.setHeader("Content-Security-Policy", POLICY);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private String text(LaunchPage page, String part, Locale locale) {
    return HtmlUtils.htmlEscape(texts.of("page." + page.text() + "." + part, locale));
  }

  private static String list(List<LateForm.Line> typed) {
    StringBuilder list = new StringBuilder();
    for (LateForm.Line line : typed) {
      list.append("<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">")
          .append(HtmlUtils.htmlEscape(line.question()))
          .append("</dt><dd class=\"govuk-summary-list__value kc-typed\" dir=\"auto\">")
          .append(HtmlUtils.htmlEscape(line.words()))
          .append("</dd></div>");
    }
    return list.isEmpty() ? "" : "<dl class=\"govuk-summary-list\">" + list + "</dl>";
  }

  /** Without the header a container gives the machine's own language. */
  static Locale language(HttpServletRequest request) {
    boolean chosen = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
    return Texts.choose(chosen ? request.getLocale() : Texts.DUTCH);
  }
}
