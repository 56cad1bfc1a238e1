package nl.kindcheck.service.guide;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown of the guide as HTML. A file of an organisation could carry a script, or an address that
 * learns who is in conversation: HTML in it is shown as text, and of the markdown only paragraphs,
 * quotations, lists and emphasis are followed. Of a link or an image only the words are shown.
 */
final class GuideHtml {

  private static final Set<Class<? extends Block>> BLOCKS =
      Set.of(ListBlock.class, BlockQuote.class);
  private static final Parser PARSER = Parser.builder().enabledBlockTypes(BLOCKS).build();
  private static final Map<Class<? extends Node>, String> LOOKS =
      Map.of(
          Paragraph.class, "govuk-body",
          BulletList.class, "govuk-list govuk-list--bullet",
          OrderedList.class, "govuk-list govuk-list--number",
          BlockQuote.class, "govuk-inset-text");
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) -> {
                    String look = LOOKS.get(node.getClass());
                    if (look != null) {
                      attributes.put("class", look);
                    }
                  })
          .nodeRendererFactory(WordsOnly::new)
          .build();

  private GuideHtml() {}

  static String of(String markdown) {
    return RENDERER.render(PARSER.parse(markdown));
  }

  /** Renders what is inside a link or an image, and nothing of the link or image itself. */
  private record WordsOnly(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Link.class, Image.class);
    }

    @Override
    public void render(Node node) {
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
    }
  }
}
