package nl.kindcheck.service.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.kindcheck.service.platform.Away;
import nl.kindcheck.service.platform.ErrorBodies;
import nl.kindcheck.service.platform.PageRequests;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.platform.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a person sees when a page cannot be shown: what is wrong and what to do next, nothing of the
 * inside. A system that calls gets a problem as before.
 */
@Component
class ErrorPage implements HandlerExceptionResolver, ErrorViewResolver, Ordered {

  private static final Logger log = LoggerFactory.getLogger(ErrorPage.class);

  private final Texts texts;
  private final LocaleResolver languages;
  private final Map<Class<?>, ExceptionHandlerMethodResolver> ownWords = new ConcurrentHashMap<>();

  ErrorPage(Texts texts, LocaleResolver localeResolver) {
    this.texts = texts;
    this.languages = localeResolver;
  }

  /** Before those that answer with JSON. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  /** A fault in a controller. */
  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    boolean othersWork =
        fault instanceof AccessDeniedException
            || fault instanceof AuthenticationException
            || wordsItself(handler, fault);
    if (othersWork || !PageRequests.asksForPage(request)) {
      return null;
    }
    if (fault instanceof Refused refused) {
      return view(request, refused.status(), refused);
    }
    if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return view(request, known.getStatusCode(), null);
    }
    if (Away.is(fault)) {
      return view(request, HttpStatus.SERVICE_UNAVAILABLE, null);
    }
    if (fault instanceof TypeMismatchException || fault instanceof InvalidPropertyException) {
      return view(request, HttpStatus.BAD_REQUEST, null);
    }
    log.error(
        "An unexpected fault of kind {} on a page",
        fault.getClass().getName(),
        Traces.withoutMessages(fault));
    return view(request, HttpStatus.INTERNAL_SERVER_ERROR, null);
  }

  /** Whether the controller has words of its own for the fault. */
  private boolean wordsItself(@Nullable Object handler, Exception fault) {
    return handler instanceof HandlerMethod method
        && ownWords
                .computeIfAbsent(method.getBeanType(), ExceptionHandlerMethodResolver::new)
                .resolveMethod(fault)
            != null;
  }

  /** A fault before or after the controllers: in a filter, in a template. */
  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    Object refused = request.getAttribute(ErrorBodies.REFUSED);
    return view(request, status, refused instanceof Refused r ? r : null);
  }

  private ModelAndView view(
      HttpServletRequest request, HttpStatusCode status, @Nullable Refused refused) {
    Locale locale = Texts.choose(languages.resolveLocale(request));
    ModelAndView view = new ModelAndView("pages/error");
    view.setStatus(status);
    view.addObject("message", message(status, refused, locale));
    view.addObject("next", texts.of("pages.error.next." + next(request, status), locale));
    return view;
  }

  private String message(HttpStatusCode status, @Nullable Refused refused, Locale locale) {
    if (refused != null) {
      Refused.Fault first = refused.faults().get(0);
      return texts.of("error." + first.code(), first.facts(), locale);
    }
    if (status.is5xxServerError()) {
      return texts.of("error.unexpected", locale);
    }
    return texts.of(
        status.value() == HttpStatus.NOT_FOUND.value()
            ? "error.page.not-found"
            : status.value() == HttpStatus.UNAUTHORIZED.value()
                ? "error.launch.none"
                : "error.page.not-so",
        locale);
  }

  private static String next(HttpServletRequest request, HttpStatusCode status) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (PageRequests.isOffice(failed == null ? request.getRequestURI() : failed.toString())) {
      return "office";
    }
    if (status.is5xxServerError()) {
      return "fault";
    }
    return switch (status.value()) {
      case 401, 403 -> "not-launched";
      case 404, 410 -> "not-found";
      default -> "refused";
    };
  }
}
