package dev.opensipsmcp.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where evidence of calls comes from, and what may be started or sent to get more of it.
 *
 * @param captures where captures may be read and written, and what may record them
 * @param hep how messages that nodes copy are received
 * @param homer the Homer server, if there is one
 * @param relays the media relays that may be asked
 * @param fail2ban how addresses are banned
 * @param probes where probes may go
 * @param aliases names of addresses, for people
 * @param load what may be loaded with calls, and how much
 */
public record EvidenceEntry(
    CaptureEntry captures,
    HepEntry hep,
    Optional<HomerEntry> homer,
    List<RelayEntry> relays,
    BanEntry fail2ban,
    ProbeEntry probes,
    Map<String, String> aliases,
    LoadEntry load) {
  public EvidenceEntry {
    relays = List.copyOf(relays);
    aliases = Map.copyOf(aliases);
  }

  /** Settings that allow no load. */
  public EvidenceEntry(
      CaptureEntry captures,
      HepEntry hep,
      Optional<HomerEntry> homer,
      List<RelayEntry> relays,
      BanEntry fail2ban,
      ProbeEntry probes,
      Map<String, String> aliases) {
    this(captures, hep, homer, relays, fail2ban, probes, aliases, LoadEntry.NONE);
  }

  /**
   * Where captures may be read and written, and what may record them.
   *
   * @param directories the only ones, with all below them; none allows nothing
   * @param program tcpdump or dumpcap; without it nothing is recorded from an interface
   * @param interfaces the only interfaces that it may record
   */
  public record CaptureEntry(
      List<Path> directories, Optional<Path> program, List<String> interfaces) {
    public CaptureEntry {
      directories = List.copyOf(directories);
      interfaces = List.copyOf(interfaces);
    }
  }

  /**
   * How messages that nodes copy are received.
   *
   * @param host the address to listen on
   * @param port the port to listen on; 0 lets the system choose
   * @param advertise the address, with or without a port, that nodes are told to send to
   * @param keepMegabytes how much is kept, in MiB
   */
  public record HepEntry(String host, int port, Optional<String> advertise, int keepMegabytes) {}

  /**
   * A Homer server.
   *
   * @param url where it is, up to before {@code /api}
   * @param api {@code v3}, {@code v4}, or {@code auto} to find out
   * @param user who logs in
   * @param password the password
   * @param token a static token instead
   * @param certificates a PEM file of the authorities to trust
   * @param timeoutMs how long an answer may take, in milliseconds
   */
  public record HomerEntry(
      String url,
      String api,
      Optional<String> user,
      Optional<String> password,
      Optional<String> token,
      Optional<Path> certificates,
      int timeoutMs) {
    @Override
    public String toString() {
      return "HomerEntry[***]";
    }
  }

  /**
   * A media relay.
   *
   * @param name how callers name it
   * @param kind {@code rtpengine} or {@code rtpproxy}
   * @param url {@code udp:host:port}, {@code tcp:host:port} or {@code unix:path}
   * @param timeoutMs how long an answer may take, in milliseconds
   */
  public record RelayEntry(String name, String kind, String url, int timeoutMs) {}

  /**
   * How addresses are banned.
   *
   * @param client the program fail2ban-client; without it nothing is asked
   * @param socket the server's socket, where it is not the usual one
   * @param jails the only jails that may be changed; none allows all
   * @param never addresses and networks that are never banned
   */
  public record BanEntry(
      Optional<Path> client, Optional<Path> socket, List<String> jails, List<String> never) {
    public BanEntry {
      jails = List.copyOf(jails);
      never = List.copyOf(never);
    }
  }

  /**
   * Where probes may go.
   *
   * @param allow names, addresses and networks beyond private and loopback ones
   * @param certificates a PEM file of the authorities that TLS probes trust
   */
  public record ProbeEntry(List<String> allow, Optional<Path> certificates) {
    public ProbeEntry {
      allow = List.copyOf(allow);
    }
  }

  /**
   * What may be loaded with calls, and how much.
   *
   * @param program SIPp; without it no load is made
   * @param directory where scenarios are read and results kept
   * @param targets names, addresses and networks that may be loaded; none allows nothing
   * @param maxRate calls a second at most
   * @param maxConcurrent calls at the same time at most
   * @param maxCalls calls of one run at most
   * @param maxSeconds how long one run may take, in seconds
   */
  public record LoadEntry(
      Optional<Path> program,
      Optional<Path> directory,
      List<String> targets,
      int maxRate,
      int maxConcurrent,
      int maxCalls,
      int maxSeconds) {
    /** Allows nothing. */
    public static final LoadEntry NONE =
        new LoadEntry(Optional.empty(), Optional.empty(), List.of(), 50, 500, 10_000, 300);

    public LoadEntry {
      targets = List.copyOf(targets);
    }
  }
}
