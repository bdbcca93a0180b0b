package dev.opensipsmcp.cfg.build;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kind of value that a parameter of a scenario takes, with the check of it. */
public enum ParameterKind {
  /** Where to listen or whom to reach: {@code host:port}. */
  ADDRESS("an address with a port, such as 192.0.2.10:5060", ParameterKind::address),
  /** A domain name or address without port. */
  DOMAIN(
      "a domain name or an address, such as sip.example.org",
      matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:]+]")),
  /** A SIP URI. */
  SIP_URI(
      "a SIP URI, such as sip:gw.example.org:5060",
      matches("sips?:[A-Za-z0-9_.+~%@:\\[\\];=-]{1,200}")),
  /** The URL of a database, its password not in clear. */
  DATABASE_URL(
      "a database URL without its password, such as mysql://opensips@localhost/opensips; a"
          + " password as a reference: mysql://opensips:${NAME}@localhost/opensips",
      matches(
          "(mysql|postgres)://[A-Za-z0-9_-]+(:\\$\\{[A-Z][A-Z0-9_]*})?@[A-Za-z0-9_.:-]+/[A-Za-z0-9_-]+"
              + "|sqlite://(/[A-Za-z0-9_.-]+)+")),
  /** The control socket of a media relay. */
  CONTROL_SOCKET(
      "a control socket, such as udp:127.0.0.1:2223",
      matches("(udp|udp6|ws|unix):[A-Za-z0-9_./:\\[\\]-]{1,200}")),
  /** An absolute path. */
  PATH("an absolute path", matches("(/[A-Za-z0-9_.-]+)+/?")),
  /** A number that is not negative. */
  NUMBER("a whole number from 0 to 999999999", matches("0|[1-9][0-9]{0,8}")),
  /** A word of letters, digits and a few signs. */
  WORD("a word of letters, digits, and _ . + -", matches("[A-Za-z0-9_.+-]{1,100}")),
  /** A reference to a secret, never the secret. */
  SECRET(
      "a reference to a secret: env:NAME for a variable of the environment, or file:/path for a"
          + " file that holds the whole line",
      matches("env:[A-Z][A-Z0-9_]*|file:(/[A-Za-z0-9_.-]+)+"));

  private final String form;
  private final Function<String, Boolean> accepts;

  ParameterKind(String form, Function<String, Boolean> accepts) {
    this.form = form;
    this.accepts = accepts;
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
    return value.length() <= 300 && accepts.apply(value) ? Optional.empty() : Optional.of(form);
  }

  private static Function<String, Boolean> matches(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return value -> pattern.matcher(value).matches();
  }

  private static final Pattern HOST_PORT =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:]+]):([1-9][0-9]{0,4})");

  private static boolean address(String value) {
    var matcher = HOST_PORT.matcher(value);
    return matcher.matches() && Integer.parseInt(matcher.group(2)) <= 65_535;
  }
}
