package dev.opensipsmcp.sip.ban;

import dev.opensipsmcp.sip.internal.ban.BoundedRun;
import dev.opensipsmcp.sip.net.IpAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fail2ban server on this host, asked over its program fail2ban-client: the server itself speaks
 * serialized Python. The program gets a list of arguments, never a shell.
 *
 * @param program fail2ban-client
 * @param socket the server's socket, where it is not the one of its configuration
 * @param limit how long an answer may take
 * @param zone the zone of the server's times, which is this host's
 */
public record Fail2ban(Path program, Optional<Path> socket, Duration limit, ZoneId zone) {
  private static final Pattern JAIL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");
  private static final Pattern COUNT = Pattern.compile("(?m)^[|` -]*- ([A-Za-z ]+):[ \\t]*(.*)$");
  private static final Pattern BANNED =
      Pattern.compile("(\\S+)\\s+(\\d{4}-\\S+ \\S+) \\+ (-?\\d+) = (\\d{4}-\\S+ \\S+)");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /** {@return whether that can be a jail's name; no other is given to the program} */
  public static boolean isJail(String name) {
    return JAIL.matcher(name).matches();
  }

  /** {@return the names of its jails} */
  public BanAnswer<List<String>> jails() {
    return ask(
        List.of("status"),
        output ->
            value(output, "Jail list")
                .map(names ->
                    Pattern.compile("[,\\s]+")
                        .splitAsStream(names)
                        .filter(Fail2ban::isJail)
                        .toList()));
  }

  /** {@return how a jail is} */
  public BanAnswer<JailState> jail(String jail) {
    return ask(
        List.of("status", checked(jail)),
        output ->
            value(output, "Currently banned")
                .map(banned ->
                    new JailState(
                        jail,
                        count(output, "Currently failed"),
                        count(output, "Total failed"),
                        number(banned),
                        count(output, "Total banned"),
                        Pattern.compile("\\s+")
                            .splitAsStream(value(output, "File list").orElse(""))
                            .filter(file -> !file.isEmpty())
                            .toList())));
  }

  /** {@return the addresses that a jail bans, in the server's order} */
  public BanAnswer<List<BannedAddress>> banned(String jail) {
    return ask(
        List.of("get", checked(jail), "banip", "--with-time"),
        output -> Optional.of(output.lines().map(this::entry).flatMap(Optional::stream).toList()));
  }

  /** Bans an address. Whoever calls has made sure that it may be banned. */
  public BanAnswer<String> ban(String jail, IpAddress address) {
    return change(jail, "banip", address);
  }

  /** Ends an address's ban. */
  public BanAnswer<String> unban(String jail, IpAddress address) {
    return change(jail, "unbanip", address);
  }

  private BanAnswer<String> change(String jail, String verb, IpAddress address) {
    return ask(List.of("set", checked(jail), verb, address.toString()), Optional::of);
  }

  private static String checked(String jail) {
    if (!isJail(jail)) {
      throw new IllegalArgumentException("No jail is called so");
    }
    return jail;
  }

  private <T> BanAnswer<T> ask(List<String> arguments, Function<String, Optional<T>> reader) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    socket.ifPresent(path -> command.addAll(List.of("-s", path.toString())));
    command.addAll(arguments);
    return switch (new BoundedRun(limit).run(command)) {
      case BanAnswer.Failure<String>(BanError error) -> new BanAnswer.Failure<>(error);
      case BanAnswer.Value<String>(String output) ->
          reader
              .apply(output)
              .<BanAnswer<T>>map(BanAnswer.Value::new)
              .orElseGet(() ->
                  new BanAnswer.Failure<>(
                      new BanError(
                          BanError.Kind.REFUSED,
                          "The answer has no form that is known of fail2ban.",
                          "Check that fail2ban.client is fail2ban-client.")));
    };
  }

  private static Optional<String> value(String output, String name) {
    Matcher matcher = COUNT.matcher(output);
    while (matcher.find()) {
      if (matcher.group(1).strip().equals(name)) {
        return Optional.of(matcher.group(2).strip());
      }
    }
    return Optional.empty();
  }

  private static long count(String output, String name) {
    return number(value(output, name).orElse("0"));
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private Optional<BannedAddress> entry(String line) {
    Matcher matcher = BANNED.matcher(line.strip());
    if (!matcher.matches()) {
      return IpAddress.of(line.strip())
          .map(address -> new BannedAddress(address, Optional.empty(), Optional.empty()));
    }
    boolean ends = !matcher.group(3).startsWith("-");
    return IpAddress.of(matcher.group(1))
        .map(address ->
            new BannedAddress(
                address, time(matcher.group(2)), ends ? time(matcher.group(4)) : Optional.empty()));
  }

  private Optional<Instant> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, TIME).atZone(zone).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
