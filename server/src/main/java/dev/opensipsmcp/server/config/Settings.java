package dev.opensipsmcp.server.config;

import dev.opensipsmcp.server.ratelimit.Rate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that an operator can set. Immutable; made by {@link SettingsLoader}.
 *
 * @param transport how clients connect
 * @param http how HTTP is served, used only by the network transports
 * @param role the role's label for callers that bring none of their own: stdio, the command line
 *     and, when no token is configured, HTTP
 * @param readOnly whether every caller is held to reading, whatever the role
 * @param tokens who may come in over HTTP; empty when none is configured
 * @param instances the nodes, at least one; the first is meant when a call names none
 * @param targetVersion the OpenSIPS version to assume where no node can be asked
 * @param toolsets which toolsets are listed: {@code default}, {@code all} or a list of names
 * @param policy rules that override the default policy, in order
 * @param stateDirectory where approvals, the audit trail and the journal lie
 * @param secrets where the secrets are that calls may name
 * @param backups where backups of tables lie
 * @param configurations where opensips.cfg files may be read and written, and what checks them
 * @param evidence where evidence of calls comes from
 * @param insight where snapshots and logs are, and what else belongs to the site
 * @param traces where spans of operations go; nowhere when empty
 * @param programs what else may be started
 * @param documents the directories of the operator's own documents
 * @param resultChars the largest result in characters
 * @param rates how often a caller may call
 * @param logLevel the least level that is logged on standard error
 */
public record Settings(
    Transport transport,
    HttpOptions http,
    String role,
    boolean readOnly,
    List<TokenEntry> tokens,
    List<NodeEntry> instances,
    String targetVersion,
    String toolsets,
    List<PolicyEntry> policy,
    Path stateDirectory,
    SecretPlaces secrets,
    BackupEntry backups,
    ConfigurationEntry configurations,
    EvidenceEntry evidence,
    InsightEntry insight,
    Optional<TracesEntry> traces,
    ProgramsEntry programs,
    List<Path> documents,
    int resultChars,
    Rates rates,
    System.Logger.Level logLevel) {
  public Settings {
    tokens = List.copyOf(tokens);
    instances = List.copyOf(instances);
    policy = List.copyOf(policy);
    documents = List.copyOf(documents);
  }

  /**
   * Where backups of tables lie.
   *
   * @param directory the one directory of them
   * @param secrets whether passwords and other secrets of rows are in them
   */
  public record BackupEntry(Path directory, boolean secrets) {}

  /**
   * Where opensips.cfg files may be read and written, and what checks them.
   *
   * @param directories the only ones, with all below them; none allows nothing
   * @param binary an OpenSIPS that checks configurations; none checks none
   * @param modules the only directory that this OpenSIPS may load modules from
   * @param mains the files that nodes start with; those that they include are checked with them
   * @param backups how many of a file's newest copies stay, at least 1
   * @param days how old those become, in days
   */
  public record ConfigurationEntry(
      List<Path> directories,
      Optional<Path> binary,
      Optional<Path> modules,
      List<Path> mains,
      int backups,
      int days) {
    /** How many copies stay where nothing says so. */
    static final int BACKUPS = 100;

    /** How old copies become, in days, where nothing says so. */
    static final int DAYS = 365;

    /** Nothing is allowed. */
    public static final ConfigurationEntry NONE =
        new ConfigurationEntry(
            List.of(), Optional.empty(), Optional.empty(), List.of(), BACKUPS, DAYS);

    public ConfigurationEntry {
      directories = List.copyOf(directories);
      mains = List.copyOf(mains);
    }
  }

  /**
   * Where the secrets are that calls may name.
   *
   * @param directory a file each
   * @param variables the environment variables that were set for this
   */
  public record SecretPlaces(Optional<Path> directory, Map<String, String> variables) {
    /** What the names of those variables begin with. */
    public static final String PREFIX = "OPENSIPS_MCP_SECRET_";

    public SecretPlaces {
      variables = Map.copyOf(variables);
    }

    @Override
    public String toString() {
      return "SecretPlaces[" + directory + ", " + variables.keySet() + "]";
    }
  }

  /**
   * How often a caller may call.
   *
   * @param calls calls a second
   * @param changes plans and changes a second
   */
  public record Rates(Rate calls, Rate changes) {}

  /** How clients connect. */
  public enum Transport {
    STDIO,
    /** Streamable HTTP. */
    HTTP,
    /** Streamable HTTP, and beside it the HTTP+SSE transport of 2024-11-05. */
    SSE
  }

  /**
   * How HTTP is served.
   *
   * @param host the address to bind
   * @param port 0 to 65535; 0 lets the system choose
   * @param path the endpoint
   * @param allowedHosts further names that the Host header may have
   * @param allowedOrigins further origins that a browser's request may have
   */
  public record HttpOptions(
      String host, int port, String path, List<String> allowedHosts, List<String> allowedOrigins) {
    public HttpOptions {
      allowedHosts = List.copyOf(allowedHosts);
      allowedOrigins = List.copyOf(allowedOrigins);
    }
  }

  /**
   * Somebody who may come in over HTTP.
   *
   * @param name the name for the audit trail
   * @param secret the bearer token
   * @param role the role's label
   */
  public record TokenEntry(String name, String secret, String role) {
    @Override
    public String toString() {
      return "TokenEntry[" + name + ", ***, " + role + "]";
    }
  }

  /**
   * A node.
   *
   * @param name how callers name it
   * @param miUrl where its MI is, as {@link dev.opensipsmcp.mi.MiEndpoint#parse} takes it
   * @param user for basic authentication
   * @param password for basic authentication
   * @param certificates a PEM file of the authorities to trust
   * @param version the release line when it is pinned
   * @param connectTimeoutMs how long a connection may take, in milliseconds
   * @param readTimeoutMs how long an answer may take, in milliseconds
   * @param rest when the node is left alone because it does not answer
   * @param place what it belongs to, and what callers may do there
   * @param events how its events are received
   * @param database the database that its tables are in
   */
  public record NodeEntry(
      String name,
      String miUrl,
      Optional<String> user,
      Optional<String> password,
      Optional<Path> certificates,
      Optional<String> version,
      int connectTimeoutMs,
      int readTimeoutMs,
      RestEntry rest,
      PlaceEntry place,
      EventsEntry events,
      Optional<DatabaseEntry> database) {
    @Override
    public String toString() {
      return "NodeEntry[" + name + "]";
    }
  }

  /**
   * A database with OpenSIPS's tables.
   *
   * @param url where it is, as {@link dev.opensipsmcp.db.DbUrl#parse} takes it
   * @param user who logs in, when the URL does not say
   * @param password the password, when the URL does not have it
   * @param tls {@code off}, {@code verify}, or {@code auto} for no TLS on this machine only
   * @param certificates a PEM file of the authorities to trust
   * @param connectTimeoutMs how long a connection may take, in milliseconds
   * @param statementTimeoutMs how long a statement may take, in milliseconds
   * @param connections how many connections at most
   */
  public record DatabaseEntry(
      String url,
      Optional<String> user,
      Optional<String> password,
      String tls,
      Optional<Path> certificates,
      int connectTimeoutMs,
      int statementTimeoutMs,
      int connections) {
    @Override
    public String toString() {
      return "DatabaseEntry[***]";
    }
  }

  /**
   * When a node is left alone because it does not answer.
   *
   * @param afterFailures failed calls in a row
   * @param ms until it is tried again, in milliseconds
   */
  public record RestEntry(int afterFailures, int ms) {}

  /**
   * What a node belongs to, and what callers may do there.
   *
   * @param cluster the id of its cluster, as its module clusterer knows it
   * @param tags words by which calls choose it together with others
   * @param maxRole the label of the role that no caller exceeds on this node
   */
  public record PlaceEntry(Optional<Integer> cluster, List<String> tags, Optional<String> maxRole) {
    public PlaceEntry {
      tags = List.copyOf(tags);
    }
  }

  /**
   * How a node's events are received; what is empty is found out when first needed.
   *
   * @param listenHost the address to listen on
   * @param listenPort the port to listen on; 0 lets the system choose
   * @param advertise the address that the node is told to send to
   * @param transport {@code udp} or {@code tcp}
   * @param from addresses that may send, or {@code any}; the node's when empty
   * @param keep how many events are kept
   */
  public record EventsEntry(
      Optional<String> listenHost,
      int listenPort,
      Optional<String> advertise,
      String transport,
      List<String> from,
      int keep) {
    public EventsEntry {
      from = List.copyOf(from);
    }
  }

  /**
   * A rule of the policy; an empty part means any.
   *
   * @param role the role's label
   * @param tier the risk tier's label
   * @param toolset the toolset's name
   * @param tool the tool's name
   * @param decision {@code allow}, {@code approve} or {@code deny}
   */
  public record PolicyEntry(
      Optional<String> role,
      Optional<String> tier,
      Optional<String> toolset,
      Optional<String> tool,
      String decision) {}
}
