package dev.opensipsmcp.cfg.syntax;

import dev.opensipsmcp.cfg.internal.parse.Formats;
import java.util.List;

/**
 * What stands in strings that hold variables: texts of logs, most arguments of functions. Whether a
 * string is one is up to who takes it; the parser can't tell.
 */
public final class Strings {
  private Strings() {}

  /**
   * Splits a string into plain text and variables. A double dollar sign is a plain one. From a
   * broken variable on, all is plain text.
   *
   * @param text the string
   * @param whole the text that it stands in, to which all spans belong
   * @return its parts, in order; those of an empty string are none
   */
  public static List<Part> parts(Literal.Text text, String whole) {
    return Formats.read(text, whole).parts();
  }

  /**
   * Finds what is wrong with the variables of a string.
   *
   * @param text the string
   * @param whole the text that it stands in, to which all spans belong
   * @return the first broken variable, as OpenSIPS goes no further; a nameless dollar sign is one
   */
  public static List<Fault> faults(Literal.Text text, String whole) {
    return Formats.read(text, whole).faults();
  }
}
