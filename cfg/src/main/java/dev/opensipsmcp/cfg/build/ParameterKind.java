package dev.opensipsmcp.cfg.build;

import java.util.Optional;
import java.util.regex.Pattern;

/** The kind of value that a parameter of a scenario takes, with the check of it. */
public enum ParameterKind {
  /** Where to listen or whom to reach: {@code host:port}. */
  ADDRESS(
      "an address with a port, such as 192.0.2.10:5060",
      "([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:]+]):[1-9][0-9]{0,4}"),
  /** A domain name or address without port. */
  DOMAIN(
      "a domain name or an address, such as sip.example.org",
      "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:]+]"),
  /** A SIP URI. */
  SIP_URI("a SIP URI, such as sip:gw.example.org:5060", "sips?:[A-Za-z0-9_.+~%@:\\[\\];=-]{1,200}"),
  /** The URL of a database, its password not in clear. */
  DATABASE_URL(
      "a database URL without its password, such as mysql://opensips@localhost/opensips; a"
          + " password as a reference: mysql://opensips:${NAME}@localhost/opensips",
      "(mysql|postgres)://[A-Za-z0-9_-]+(:\\$\\{[A-Z][A-Z0-9_]*})?@[A-Za-z0-9_.:-]+/[A-Za-z0-9_-]+"
          + "|sqlite://(/[A-Za-z0-9_.-]+)+"),
  /** The control socket of a media relay. */
  CONTROL_SOCKET(
      "a control socket, such as udp:127.0.0.1:2223",
      "(udp|udp6|ws|unix):[A-Za-z0-9_./:\\[\\]-]{1,200}"),
  /** An absolute path. */
  PATH("an absolute path", "(/[A-Za-z0-9_.-]+)+/?"),
  /** A number that is not negative. */
  NUMBER("a whole number from 0 to 999999999", "0|[1-9][0-9]{0,8}"),
  /** A word of letters, digits and a few signs. */
  WORD("a word of letters, digits, and _ . + -", "[A-Za-z0-9_.+-]{1,100}"),
  /** A reference to a secret, never the secret. */
  SECRET(
      "a reference to a secret: env:NAME for a variable of the environment, or file:/path for a"
          + " file that holds the whole line",
      "env:[A-Z][A-Z0-9_]*|file:(/[A-Za-z0-9_.-]+)+");

  private static final int MOST_CHARACTERS = 300;
  private static final int LAST_PORT = 65_535;

  private final String form;
  private final Pattern pattern;

  ParameterKind(String form, String regex) {
    this.form = form;
    this.pattern = Pattern.compile(regex);
  }

  /** {@return what values look like, as the rest of a sentence} */
  public String form() {
    return form;
  }

  /**
   * Checks a value.
   *
   * @return what is expected instead, or nothing when the value will do; never the value itself,
   *     which may hold a password
   */
  public Optional<String> problem(String value) {
    boolean good =
        value.length() <= MOST_CHARACTERS
            && pattern.matcher(value).matches()
            && (this != ADDRESS
                || Integer.parseInt(value.substring(value.lastIndexOf(':') + 1)) <= LAST_PORT);
    return good ? Optional.empty() : Optional.of(form);
  }
}
