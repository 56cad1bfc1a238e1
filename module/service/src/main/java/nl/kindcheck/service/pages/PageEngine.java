package nl.kindcheck.service.pages;

import java.io.Writer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import nl.kindcheck.service.platform.Texts;
import org.springframework.context.MessageSource;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.IThrottledTemplateProcessor;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.IContext;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Makes the pages: Thymeleaf, with templates of its own for each language. As many pages are made
 * at once as there are processors, in the order in which they were asked for: to begin more of them
 * would make each of them late, and with them the answers to hooks.
 */
final class PageEngine implements ISpringTemplateEngine {

  private final Map<Locale, SpringTemplateEngine> engines = new HashMap<>();
  private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  /**
   * @param contextPath with which the addresses of the service begin; empty for the root
   * @param files with which the addresses of the pages' files begin
   */
  PageEngine(Texts texts, String contextPath, String files) {
    for (Locale locale : Texts.LANGUAGES) {
      SpringTemplateEngine engine = new SpringTemplateEngine();
      engine.setEnableSpringELCompiler(true);
      engine.setTemplateEngineMessageSource(texts.messages());
      engine.setTemplateResolver(new WrittenTemplates(texts, locale, contextPath, files));
      engine.addDialect(new Once());
      engines.put(locale, engine);
    }
  }

  private SpringTemplateEngine of(Locale locale) {
    SpringTemplateEngine engine = engines.get(Texts.choose(locale));
    if (engine == null) {
      throw new IllegalStateException("No templates in " + locale);
    }
    return engine;
  }

  private <T> T inTurn(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  @Override
  public IEngineConfiguration getConfiguration() {
    return of(Texts.DUTCH).getConfiguration();
  }

  @Override
  public String process(String template, IContext context) {
    return inTurn(() -> of(context.getLocale()).process(template, context));
  }

  @Override
  public String process(String template, Set<String> selectors, IContext context) {
    return inTurn(() -> of(context.getLocale()).process(template, selectors, context));
  }

  @Override
  public String process(TemplateSpec template, IContext context) {
    return inTurn(() -> of(context.getLocale()).process(template, context));
  }

  @Override
  public void process(String template, IContext context, Writer writer) {
    write(new TemplateSpec(template, Map.<String, Object>of()), context, writer);
  }

  @Override
  public void process(String template, Set<String> selectors, IContext context, Writer writer) {
    write(new TemplateSpec(template, selectors, (String) null, null), context, writer);
  }

  @Override
  public void process(TemplateSpec template, IContext context, Writer writer) {
    write(template, context, writer);
  }

  @Override
  public IThrottledTemplateProcessor processThrottled(String template, IContext context) {
    return of(context.getLocale()).processThrottled(template, context);
  }

  @Override
  public IThrottledTemplateProcessor processThrottled(
      String template, Set<String> selectors, IContext context) {
    return of(context.getLocale()).processThrottled(template, selectors, context);
  }

  @Override
  public IThrottledTemplateProcessor processThrottled(TemplateSpec template, IContext context) {
    return of(context.getLocale()).processThrottled(template, context);
  }

  @Override
  public void setTemplateEngineMessageSource(MessageSource messages) {
    engines.values().forEach(engine -> engine.setTemplateEngineMessageSource(messages));
  }

  @Override
  public Collection<Class<?>> getAllowedClassOverridesForViews() {
    return of(Texts.DUTCH).getAllowedClassOverridesForViews();
  }

  @Override
  public void setAllowedClassOverridesForViews(Collection<Class<?>> allowed) {
    engines.values().forEach(engine -> engine.setAllowedClassOverridesForViews(allowed));
  }

  private void write(TemplateSpec template, IContext context, Writer writer) {
    inTurn(
        () -> {
          of(context.getLocale()).process(template, context, writer);
          return template;
        });
  }
}
