package nl.kindcheck.service.overview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Wellbeing;
import nl.kindcheck.service.overview.Chart.Lane;
import nl.kindcheck.service.overview.Chart.Level;
import nl.kindcheck.service.overview.Chart.Mark;
import nl.kindcheck.service.overview.Chart.Tick;
import nl.kindcheck.service.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a {@link Chart}: a lane for each perspective, in it a line for each of the words. Words,
 * never numbers: a line is no score, and the lines stand as far from each other as they do.
 */
final class ChartDrawing {

  /** From the top of a lane down; null is what nobody asked. */
  private static final List<@Nullable Wellbeing> LEVELS =
      Arrays.asList(
          Wellbeing.GOES_WELL,
          Wellbeing.SUPPORT_WANTED,
          Wellbeing.CONCERNS,
          Wellbeing.UNKNOWN,
          null);

  private static final int TITLE = 34;
  private static final int BETWEEN_LANES = 22;
  private static final int FOOT = 34;

  private final Words words;
  private final boolean narrow;
  private final int width;
  private final int left;
  private final int right;
  private final int step;
  private final LocalDate from;
  private final LocalDate to;

  /**
   * @param from the first day that is drawn
   * @param to the last day that is drawn, after the first
   */
  ChartDrawing(Words words, boolean narrow, LocalDate from, LocalDate to) {
    this.words = words;
    this.narrow = narrow;
    this.width = narrow ? 360 : 960;
    // On a small window the words stand above their line, on a large one before it.
    this.left = narrow ? 12 : 210;
    this.right = width - 16;
    this.step = narrow ? 40 : 30;
    this.from = from;
    this.to = to;
  }

  /**
   * Something said of how it goes.
   *
   * @param wellbeing null where a Kindcheck was held and nobody asked this perspective
   * @param nature null where nobody asked
   */
  record Point(
      Perspective perspective,
      @Nullable Wellbeing wellbeing,
      @Nullable Nature nature,
      boolean corrected,
      PartialDate on) {}

  Chart draw(List<Point> points, @Nullable PartialDate birth, List<Age> ages) {
    List<Lane> lanes = new ArrayList<>();
    int top = 30;
    for (Perspective perspective : Perspective.values()) {
      List<Point> own = points.stream().filter(p -> p.perspective() == perspective).toList();
      if (own.stream().anyMatch(p -> p.wellbeing() != null)) {
        lanes.add(lane(perspective, own, top));
        top += TITLE + LEVELS.size() * step + BETWEEN_LANES;
      }
    }
    int bottom = top - BETWEEN_LANES;
    return new Chart(
        width,
        bottom + FOOT,
        left,
        right,
        30,
        bottom,
        words.of("overview.timeline.chart.describes", "from", from, "to", to),
        lanes,
        years(),
        transitions(birth, ages));
  }

  private Lane lane(Perspective perspective, List<Point> points, int top) {
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < LEVELS.size(); i++) {
      int y = y(top, i);
      levels.add(
          new Level(word(LEVELS.get(i)), y, narrow ? left : left - 16, narrow ? y - 12 : y + 5));
    }
    List<Mark> marks = new ArrayList<>();
    for (Point point : points) {
      marks.add(mark(point, y(top, LEVELS.indexOf(point.wellbeing()))));
    }
    return new Lane(words.coded("word.perspective.", perspective), top + 20, levels, marks);
  }

  private int y(int top, int level) {
    return top + TITLE + level * step + step / 2 + (narrow ? 8 : 0);
  }

  private Mark mark(Point point, int y) {
    Wellbeing wellbeing = point.wellbeing();
    int x = x(point.on().firstDay());
    String style =
        point.corrected()
            ? "corrected"
            : point.nature() == null ? "none" : ((Coded) point.nature()).code();
    return new Mark(
        wellbeing == null ? "not-asked" : wellbeing.code(),
        style,
        point.corrected() ? cross(x, y) : shape(wellbeing, x, y),
        words.of(
            "overview.timeline.point",
            "who",
            words.coded("word.perspective.", point.perspective()),
            "value",
            word(wellbeing),
            "on",
            point.on()));
  }

  private String word(@Nullable Wellbeing wellbeing) {
    return wellbeing == null
        ? words.of("overview.not-asked")
        : words.coded("word.wellbeing.", wellbeing);
  }

  private static String cross(int x, int y) {
    return "M%d %dl12 12m0 -12l-12 12".formatted(x - 6, y - 6);
  }

  /** A shape for each word, so that colour is never needed. */
  static String shape(@Nullable Wellbeing wellbeing, int x, int y) {
    if (wellbeing == null) {
      return "M%d %dh10".formatted(x - 5, y);
    }
    return switch (wellbeing) {
      case GOES_WELL -> "M%d %da7 7 0 1 0 14 0a7 7 0 1 0 -14 0z".formatted(x - 7, y);
      case SUPPORT_WANTED -> "M%d %dh13v13h-13z".formatted(x - 6, y - 6);
      case CONCERNS -> "M%d %dl9 9l-9 9l-9 -9z".formatted(x, y - 9);
      case UNKNOWN -> "M%d %dl8 14h-16z".formatted(x, y - 8);
    };
  }

  private int x(LocalDate day) {
    LocalDate inside = day.isBefore(from) ? from : day.isAfter(to) ? to : day;
    long all = Math.max(1, ChronoUnit.DAYS.between(from, to));
    int inset = 14;
    return left
        + inset
        + Math.toIntExact(
            (right - left - 2L * inset) * ChronoUnit.DAYS.between(from, inside) / all);
  }

  /** As many years as there is room for. */
  private List<Tick> years() {
    List<Tick> ticks = new ArrayList<>();
    int count = to.getYear() - from.getYear() + 1;
    int room = (right - left) / 56;
    int every = Math.max(1, (count + room - 1) / room);
    for (int year = from.getYear(); year <= to.getYear(); year += every) {
      LocalDate start = LocalDate.of(year, 1, 1);
      if (!start.isBefore(from)) {
        ticks.add(new Tick(x(start), Integer.toString(year)));
      }
    }
    return ticks;
  }

  /** An age at which a child's life changes, with its word. */
  record Age(int years, String word) {}

  private List<Tick> transitions(@Nullable PartialDate birth, List<Age> ages) {
    List<Tick> ticks = new ArrayList<>();
    if (birth == null || birth.month() == null) {
      return ticks;
    }
    for (Age age : ages) {
      LocalDate day = birth.firstDay().plusYears(age.years());
      if (!day.isBefore(from) && !day.isAfter(to)) {
        ticks.add(new Tick(x(day), age.word()));
      }
    }
    return ticks;
  }
}
