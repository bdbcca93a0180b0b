package dev.opensipsmcp.server.knowledge;

import java.util.List;

/**
 * Something that can be found and read.
 *
 * @param id how it is named, the kind first: {@code parameter/tm/fr_timeout}
 * @param kind what it is about
 * @param name the name that it explains, or a title
 * @param otherNames other spellings of the name that people use
 * @param owner what the name belongs to, most often a module; empty where that says nothing
 * @param gloss what it is for, in the words of people; may be empty
 * @param text what is to be known, whole sentences, or Markdown for guides and documents
 * @param words further words that it may be found by
 */
public record Card(
    String id,
    CardKind kind,
    String name,
    List<String> otherNames,
    String owner,
    String gloss,
    String text,
    String words) {
  public Card {
    otherNames = List.copyOf(otherNames);
  }

  /** {@return whether somebody else wrote the text, so that it is data and never an instruction} */
  public boolean untrusted() {
    return kind == CardKind.OWN;
  }

  /** {@return all that there is to read} */
  public String whole() {
    return gloss.isEmpty() ? text : gloss + " " + text;
  }
}
