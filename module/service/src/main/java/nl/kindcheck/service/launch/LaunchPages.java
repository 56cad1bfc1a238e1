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
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

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

  private static final String TEMPLATE = "launch/page";

  private final Texts texts;
  private final ITemplateEngine templates;

  LaunchPages(Texts texts, ITemplateEngine templates) {
    this.texts = texts;
    this.templates = templates;
  }

  void write(HttpServletRequest request, HttpServletResponse response, LaunchPage page)
      throws IOException {
    write(request, response, page, language(request));
  }

  void write(
      HttpServletRequest request, HttpServletResponse response, LaunchPage page, Locale locale)
      throws IOException {
    write(request, response, page, locale, List.of());
  }

  /**
   * @param typed what its reader sent and gets back
   */
  void write(
      HttpServletRequest request,
      HttpServletResponse response,
      LaunchPage page,
      Locale locale,
      List<LateForm.Line> typed)
      throws IOException {
    WebContext context =
        new WebContext(
            JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, response),
            locale);
    for (String part : List.of("title", "body", "next")) {
      context.setVariable(part, texts.of("page." + page.text() + "." + part, locale));
    }
    context.setVariable("typed", typed);
    byte[] body = templates.process(TEMPLATE, context).getBytes(UTF_8);
    response.setStatus(page.status().value());
    response.setHeader("Content-Security-Policy", POLICY);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Without the header a container gives the machine's own language. */
  static Locale language(HttpServletRequest request) {
    boolean chosen = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
    return Texts.choose(chosen ? request.getLocale() : Texts.DUTCH);
  }
}
