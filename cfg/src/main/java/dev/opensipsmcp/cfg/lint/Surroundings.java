package dev.opensipsmcp.cfg.lint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * What the running node told.
   *
   * @param miAddresses where MI over HTTP answers, as {@code host:port}
   * @param tellsUsersApart whether replies to requests for known and unknown users differ; empty
   *     when it was not tried
   */
  public record Live(List<String> miAddresses, Optional<Boolean> tellsUsersApart) {
    public Live {
      miAddresses = List.copyOf(miAddresses);
    }
  }

  /**
   * What the host's files told.
   *
   * @param files by path: the configuration itself, certificates, keys
   * @param user the user that the server runs as
   * @param sharedMemory the shared memory that the server is started with, in bytes
   * @param now when this was seen
   */
  public record Host(
      Map<String, HostFile> files,
      Optional<String> user,
      Optional<Long> sharedMemory,
      Instant now) {
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
   * @param trusted the rows of the address table
   * @param tableVersions the versions of the tables, by the table's name
   */
  public record Database(List<TrustedAddress> trusted, Map<String, Integer> tableVersions) {
    public Database {
      trusted = List.copyOf(trusted);
      tableVersions = Map.copyOf(tableVersions);
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
