package dev.opensipsmcp.cfg.source;

import dev.opensipsmcp.cfg.internal.source.Kamailio;
import dev.opensipsmcp.cfg.internal.source.Templates;
import dev.opensipsmcp.cfg.syntax.Span;
import dev.opensipsmcp.cfg.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/**
 * A sign that a text is not plain opensips.cfg but a template, from which OpenSIPS's file is made,
 * or written for Kamailio. Faults in such a text say little.
 *
 * @param kind what it is written in
 * @param evidence where that shows first
 * @param message what shows it, one sentence
 * @param instead what to do or write, one sentence
 */
public record Dialect(Kind kind, Span evidence, String message, String instead) {

  /** What a text may be written in. */
  public enum Kind {
    /** A template for m4. */
    M4,
    /** A template for Jinja2, as used by Ansible and Salt. */
    JINJA,
    /** A template for ERB, as used by Puppet and Chef. */
    ERB,
    /** A template for envsubst or a shell, with variables in braces. */
    ENVSUBST,
    /** A configuration of Kamailio. */
    KAMAILIO
  }

  /**
   * Looks for signs, in the code and in strings; comments are none, except Kamailio's directives.
   *
   * @param tree a text and its tokens
   * @return one for each kind of template and for each word of Kamailio's, where it shows first;
   *     none for a plain file
   */
  public static List<Dialect> of(SyntaxTree tree) {
    List<Dialect> all = new ArrayList<>(Templates.in(tree));
    all.addAll(Kamailio.in(tree));
    return all;
  }
}
