package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * What becomes of a form that comes too late: the time is over, or another session has begun in the
 * same browser. It is never saved; what somebody typed is not lost either.
 */
public interface LateForm {

  /** A question, and what was typed. */
  record Line(String question, String words) {}

  /**
   * Keeps a form as a draft of the session in which it was shown, which has ended.
   *
   * @return whether it is kept, all of it
   */
  boolean keep(LaunchContext ended, HttpServletRequest request);

  /**
   * Keeps a form of an earlier session as a draft of the present one, if a draft of the same user
   * and patient shows that it is theirs.
   *
   * @return whether it is kept, all of it
   */
  boolean keepAgain(LaunchContext present, HttpServletRequest request);

  /** What was typed, to be shown to whoever sent it. */
  List<Line> typed(HttpServletRequest request, Locale locale);
}
