package nl.kindcheck.service.platform;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Whoever sends a form can add fields to it, with names that reach into what we made of the others
 * ("day.year"). Only the fields that a form declares are read.
 */
@ControllerAdvice
class FormBinding {

  @InitBinder
  void onlyWhatIsDeclared(WebDataBinder binder) {
    binder.setDeclarativeBinding(true);
  }
}
