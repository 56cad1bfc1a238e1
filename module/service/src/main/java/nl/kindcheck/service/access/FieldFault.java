package nl.kindcheck.service.access;

/**
 * Something that is wrong with a form.
 *
 * @param field its name on the page
 * @param key of the text that says what to do
 */
record FieldFault(String field, String key) {}
