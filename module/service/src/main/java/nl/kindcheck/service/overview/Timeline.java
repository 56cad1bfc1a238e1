package nl.kindcheck.service.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A child through the years.
 *
 * @param label a first name or label; null where nobody gave one
 * @param wide the drawing for a large window; null where nobody said how it goes
 * @param narrow the same for a small one
 * @param rows every statement, the latest first
 */
record Timeline(
    @Nullable String label, @Nullable Chart wide, @Nullable Chart narrow, List<Row> rows) {

  /**
   * One statement, in words.
   *
   * @param corrected how it was corrected; null where it stands
   */
  record Row(
      String on,
      String about,
      String said,
      String who,
      String nature,
      @Nullable Corrected corrected) {}

  /**
   * @param line when and why
   * @param instead what stands there now
   */
  record Corrected(String line, String instead) {}
}
