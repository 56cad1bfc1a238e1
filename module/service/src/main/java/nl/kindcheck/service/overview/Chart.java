package nl.kindcheck.service.overview;

import java.util.List;

/**
 * A drawing of how it goes with a child, ready to be written as SVG: every place in the drawing's
 * own units, every word in the language of the page. Colours are the stylesheet's.
 *
 * @param plotLeft where the years begin
 * @param plotRight where they end
 * @param describes what a person hears who does not see it
 */
record Chart(
    int width,
    int height,
    int plotLeft,
    int plotRight,
    int plotTop,
    int plotBottom,
    String describes,
    List<Lane> lanes,
    List<Tick> years,
    List<Tick> transitions) {

  /** One perspective. */
  record Lane(String who, int titleY, List<Level> levels, List<Mark> marks) {}

  /** A line of a lane: one of the words that can be said. */
  record Level(String word, int y, int wordX, int wordY) {}

  /** A year on the axis, or an age at which a child's life changes. */
  record Tick(int x, String word) {}

  /**
   * A statement.
   *
   * @param kind of how it goes, as its code; {@code not-asked} where nobody asked
   * @param style fact, opinion, corrected, or none
   * @param path the shape, as SVG writes it
   * @param words what it says
   */
  record Mark(String kind, String style, String path, String words) {}
}
