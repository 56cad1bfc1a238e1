package nl.kindcheck.service.pages;

import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.engine.TemplateManager;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Makes a part of a page once: {@code kc:once="${name}"} beside a {@code th:replace}. What was made
 * for a name at that place of a template is shown again for the same name, to whoever opens the
 * page. A name therefore stands for nothing that anybody typed and nothing of a person: an empty
 * field is the same for all. Where the name is null, the part is made each time.
 */
final class Once extends AbstractProcessorDialect {

  private static final String PREFIX = "kc";

  /** Names hold numbers that a form sends, of which there is no end. */
  private static final int MOST = 4_000;

  Once() {
    super("Kindcheck", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
  }

  @Override
  public Set<IProcessor> getProcessors(String dialectPrefix) {
    return Set.of(new Processor(dialectPrefix));
  }

  private static final class Processor extends AbstractAttributeTagProcessor {

    /** Before {@code th:replace}. */
    private static final int PRECEDENCE = 50;

    private final Map<String, String> made = new ConcurrentHashMap<>();

    Processor(String prefix) {
      super(TemplateMode.HTML, prefix, null, false, "once", true, PRECEDENCE, true);
    }

    @Override
    protected void doProcess(
        ITemplateContext context,
        IProcessableElementTag tag,
        AttributeName attribute,
        String expression,
        IElementTagStructureHandler structure) {
      Object name =
          StandardExpressions.getExpressionParser(context.getConfiguration())
              .parseExpression(context, expression)
              .execute(context);
      if (name == null) {
        return;
      }
      String key = tag.getTemplateName() + ":" + tag.getLine() + ":" + tag.getCol() + ":" + name;
      String part = made.get(key);
      if (part == null) {
        part = make(context, tag);
        if (made.size() < MOST) {
          made.put(key, part);
        }
      }
      structure.replaceWith(part, false);
    }

    private static String make(ITemplateContext context, IProcessableElementTag tag) {
      String source =
          "<th:block th:replace=\""
              + HtmlUtils.htmlEscape(tag.getAttributeValue("th", "replace"), "UTF-8")
              + "\"></th:block>";
      TemplateManager templates = context.getConfiguration().getTemplateManager();
      StringWriter part = new StringWriter();
      templates.process(
          templates.parseString(
              context.getTemplateData(), source, tag.getLine(), tag.getCol(), null, true),
          context,
          part);
      return part.toString();
    }
  }
}
