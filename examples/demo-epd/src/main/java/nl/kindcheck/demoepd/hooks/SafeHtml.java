package nl.kindcheck.demoepd.hooks;

import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown of a card as HTML that may stand in our page. The text comes from another system: HTML
 * in it is shown as text, and of the markdown only paragraphs, emphasis and lists are followed. A
 * link or an image in it could carry a patient's page elsewhere, so only its words are shown; a
 * card has a field of its own for links.
 */
public record SafeHtml(String html) {

  private static final Set<Class<? extends Block>> BLOCKS = Set.of(ListBlock.class);
  private static final Parser PARSER = Parser.builder().enabledBlockTypes(BLOCKS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .nodeRendererFactory(WordsOnly::new)
          .build();

  static SafeHtml ofMarkdown(String markdown) {
    return new SafeHtml(RENDERER.render(PARSER.parse(markdown)));
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
