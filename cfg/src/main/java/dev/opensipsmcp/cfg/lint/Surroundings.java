package dev.opensipsmcp.cfg.lint;

import dev.opensipsmcp.facts.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known beside the configuration's text. Rules that need what is not here are reported as
 * not looked at.
 *
 * @param live what the running node told
 * @param host what the host's files told
 * @param database what the database told
 */
public record Surroundings(Optional<Live> live, Optional<Host> host, Optional<Database> database) {

  /** Nothing but the text. */
  public static final Surroundings NONE =
      new Surroundings(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * What the running node told. What it did not tell, or was not asked for, is empty; rules that
   * need it say that they were not applied.
   *
   * @param version its release line
   * @param release its exact release
   * @param commands its MI commands, under its own names
   * @param statistics the full names of its statistics
   * @param sockets where it receives datagrams
   * @param streams whether it serves TCP and what runs over it
   * @param httpAddresses where its HTTP server listens, as {@code host:port}; {@code *} for every
   *     address
   * @param reached how its MI was reached
   * @param tellsUsersApart whether replies to requests for known and unknown users differ
   * @param sharedMemory the shared memory that it was started with, in bytes
   * @param started when it was started
   */
  public record Live(
      Version version,
      Optional<Release> release,
      Set<String> commands,
      Optional<Set<String>> statistics,
      Optional<List<NodeSocket>> sockets,
      Optional<Boolean> streams,
      List<String> httpAddresses,
      Optional<Reached> reached,
      Optional<Boolean> tellsUsersApart,
      Optional<Long> sharedMemory,
      Optional<Instant> started) {
    public Live {
      commands = Set.copyOf(commands);
      statistics = statistics.map(Set::copyOf);
      sockets = sockets.map(List::copyOf);
      httpAddresses = List.copyOf(httpAddresses);
    }

    /** {@return a node that told its version and its commands, and nothing else} */
    public static Live of(Version version, Set<String> commands) {
      return new Live(
          version,
          Optional.empty(),
          commands,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * Where a node receives datagrams.
   *
   * @param protocol for example {@code udp}
   * @param host the address, without brackets
   * @param port the port
   */
  public record NodeSocket(String protocol, String host, int port) {}

  /**
   * How a node's MI answered from here.
   *
   * @param address the host and port that were asked
   * @param encrypted whether over TLS
   * @param login whether with a name and a password
   */
  public record Reached(String address, boolean encrypted, boolean login) {}

  /**
   * What the host's files and processes told.
   *
   * @param files by path: the configuration itself, certificates, keys
   * @param user the user that the server runs as
   * @param changed when the configuration was last changed, where the node was started with it
   * @param now when this was seen
   */
  public record Host(
      Map<String, HostFile> files, Optional<String> user, Optional<Instant> changed, Instant now) {
    public Host {
      files = Map.copyOf(files);
    }
  }

  /**
   * A file of the host.
   *
   * @param mode its permission bits, as {@code 0640}
   * @param expires when the certificate in it ends
   * @param fits whether the key in it belongs to the certificate; empty when that was not tried
   */
  public record HostFile(int mode, Optional<Instant> expires, Optional<Boolean> fits) {}

  /**
   * What the database told.
   *
   * @param name its name, by which a configuration's URLs are recognised as being about it
   * @param trusted the rows of the address table
   * @param tableVersions the versions of the tables, by the table's name
   * @param columns the columns of the tables that it has, by the table's name
   * @param empty those of {@link #WORK}'s tables that have no row
   * @param guessable how many accounts have a password that is the first to be tried; empty when
   *     they were not counted
   */
  public record Database(
      String name,
      List<TrustedAddress> trusted,
      Map<String, Integer> tableVersions,
      Map<String, Set<String>> columns,
      Set<String> empty,
      Optional<Long> guessable) {
    /** Modules that do nothing without a row in a table, with that table. */
    public static final Map<String, String> WORK =
        Map.of(
            "dispatcher", "dispatcher",
            "drouting", "dr_rules",
            "load_balancer", "load_balancer",
            "dialplan", "dialplan",
            "domain", "domain",
            "permissions", "address");

    public Database {
      trusted = List.copyOf(trusted);
      tableVersions = Map.copyOf(tableVersions);
      columns = Map.copyOf(columns);
      empty = Set.copyOf(empty);
    }
  }

  /**
   * A row of the address table.
   *
   * @param group its group
   * @param address its address
   * @param mask how many bits of the address count
   * @param port its port; 0 for any
   * @param protocol its protocol, {@code any} for any
   */
  public record TrustedAddress(int group, String address, int mask, int port, String protocol) {}
}
