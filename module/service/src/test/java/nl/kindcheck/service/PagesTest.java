package nl.kindcheck.service;

import org.springframework.context.annotation.Import;

/**
 * The pages as somebody sees them who opened Kindcheck from the EPD. Who that is and whose record
 * it is, a header of the request says instead of a launch.
 */
@Import(Launched.class)
public abstract class PagesTest extends FhirTest {

  protected static final String PATIENT = Launched.PATIENT;
  protected static final String LANGUAGE = Launched.LANGUAGE;
  protected static final String ORGANISATION = Launched.ORGANISATION;
  protected static final String USER = Launched.USER;

  /** Opens a page of a patient in Dutch. */
  protected Answer page(String patient, String path) {
    return page(patient, path, "nl");
  }

  protected Answer page(String patient, String path, String language) {
    return send(
        request(path)
            .header("Accept", "text/html")
            .header(PATIENT, patient)
            .header(LANGUAGE, language));
  }
}
