package nl.kindcheck.service.conversation;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes a PDF of a page, in letters that it carries along: those of Europe, Hebrew and Arabic, each
 * in its own direction. What it lacks stands there as a #.
 */
@Component
class SummaryPdf {

  /** As the page names it in its style. */
  private static final String FAMILY = "DejaVu Sans";

  private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";

  private final byte[] regular = font("DejaVuSans.ttf");
  private final byte[] bold = font("DejaVuSans-Bold.ttf");
  private final CmapLookup letters = letters(regular);
  private final CmapLookup boldLetters = letters(bold);

  /** Whether every character of a text can be shown. */
  boolean shows(String text) {
    return text.codePoints()
        .filter(SummaryPdf::isSeen)
        .allMatch(c -> letters.getGlyphId(c) != 0 && boldLetters.getGlyphId(c) != 0);
  }

  private static boolean isSeen(int character) {
    int type = Character.getType(character);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && !Character.isWhitespace(character);
  }

  /** Nothing is fetched for it: the page and the letters are all there is. */
  byte[] of(String page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useFastMode()
          .useUriResolver((base, uri) -> null)
          .useFont(() -> new ByteArrayInputStream(regular), FAMILY, 400, FontStyle.NORMAL, true)
          .useFont(() -> new ByteArrayInputStream(bold), FAMILY, 700, FontStyle.NORMAL, true)
          .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
          .useUnicodeBidiReorderer(new ICUBidiReorderer())
          .withHtmlContent(page, null)
          .toStream(out)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] font(String name) {
    try {
      return new ClassPathResource(FOLDER + name).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CmapLookup letters(byte[] font) {
    try {
      TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font));
      return parsed.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
