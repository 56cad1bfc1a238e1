package nl.kindcheck.demoepd.ward;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such patient, or no such encounter of this patient. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotHere extends RuntimeException {}
