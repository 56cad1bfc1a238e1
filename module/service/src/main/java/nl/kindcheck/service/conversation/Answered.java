package nl.kindcheck.service.conversation;

/**
 * A question in the words of the page, and what was answered to it.
 *
 * @param words as typed, or the words of what was chosen
 */
public record Answered(String question, String words) {}
