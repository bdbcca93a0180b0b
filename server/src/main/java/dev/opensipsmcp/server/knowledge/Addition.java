package dev.opensipsmcp.server.knowledge;

/**
 * What other parts of the product know about the subject of a card.
 *
 * @param text sentences that join the card's text; may be empty
 * @param words what it may be found by beside them; may be empty
 */
public record Addition(String text, String words) {}
