package dev.opensipsmcp.lab;

import dev.opensipsmcp.facts.Version;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a node is like.
 *
 * @param version 3.6 or 4.0
 * @param clock the node's time and zone
 * @param generatedDialogs dialogs beside the seeded ones, made while they are sent: 0 to 9,999,999
 * @param generatedContacts registered users beside the seeded ones, with one contact each, made
 *     while they are sent: 0 to 9,999,999
 * @param fifoDirectory where to make the command FIFO; none is made when empty
 * @param basicAuth the name and password that HTTP asks for, 4.0 only
 * @param receivedLimit how many received commands are kept, at least 1
 * @param tables the database to read; the node has one of its own when empty
 * @param features what it is configured with beside what every node is
 */
public record LabSettings(
    Version version,
    Clock clock,
    int generatedDialogs,
    int generatedContacts,
    Optional<Path> fifoDirectory,
    Optional<BasicAuth> basicAuth,
    int receivedLimit,
    Optional<LabTables> tables,
    Set<LabFeature> features) {

  private static final int MAX_GENERATED = 9_999_999;

  public LabSettings {
    features = Set.copyOf(features);
    if (version != Version.V3_6 && version != Version.V4_0) {
      throw new IllegalArgumentException("the lab answers as 3.6 or 4.0, not " + version.label());
    }
    if (generatedDialogs < 0 || generatedDialogs > MAX_GENERATED) {
      throw new IllegalArgumentException("generatedDialogs: 0 to " + MAX_GENERATED);
    }
    if (generatedContacts < 0 || generatedContacts > MAX_GENERATED) {
      throw new IllegalArgumentException("generatedContacts: 0 to " + MAX_GENERATED);
    }
    if (receivedLimit < 1) {
      throw new IllegalArgumentException("receivedLimit: at least 1, not " + receivedLimit);
    }
    if (basicAuth.isPresent() && version != Version.V4_0) {
      throw new IllegalArgumentException("MI over HTTP asks for a password only since 4.0");
    }
  }

  /**
   * A name and a password, kept out of every text.
   *
   * @param user the name
   * @param password the secret
   */
  public record BasicAuth(String user, String password) {
    @Override
    public String toString() {
      return "BasicAuth[" + user + ", ***]";
    }
  }

  /**
   * {@return settings with the system's clock, the seeded dialogs only, HTTP and UDP, no password}
   *
   * @param version 3.6 or 4.0
   */
  public static LabSettings of(Version version) {
    return new LabSettings(
        version,
        Clock.system(ZoneId.systemDefault()),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        1000,
        Optional.empty(),
        Set.of());
  }

  /**
   * {@return the same with another clock}
   *
   * @param value the node's time and zone
   */
  public LabSettings withClock(Clock value) {
    return new LabSettings(
        version,
        value,
        generatedDialogs,
        generatedContacts,
        fifoDirectory,
        basicAuth,
        receivedLimit,
        tables,
        features);
  }

  /**
   * {@return the same with generated dialogs beside the seeded ones}
   *
   * @param count 0 to 9,999,999
   */
  public LabSettings dialogs(int count) {
    return new LabSettings(
        version,
        clock,
        count,
        generatedContacts,
        fifoDirectory,
        basicAuth,
        receivedLimit,
        tables,
        features);
  }

  /**
   * {@return the same with generated users beside the seeded ones, one contact each}
   *
   * @param count 0 to 9,999,999
   */
  public LabSettings contacts(int count) {
    return new LabSettings(
        version,
        clock,
        generatedDialogs,
        count,
        fifoDirectory,
        basicAuth,
        receivedLimit,
        tables,
        features);
  }

  /**
   * {@return the same with a command FIFO}
   *
   * @param directory an existing directory, not writable for everybody
   */
  public LabSettings withFifo(Path directory) {
    return new LabSettings(
        version,
        clock,
        generatedDialogs,
        generatedContacts,
        Optional.of(directory),
        basicAuth,
        receivedLimit,
        tables,
        features);
  }

  /**
   * {@return the same with a password on HTTP}
   *
   * @param user the name
   * @param password the secret
   */
  public LabSettings withBasicAuth(String user, String password) {
    return new LabSettings(
        version,
        clock,
        generatedDialogs,
        generatedContacts,
        fifoDirectory,
        Optional.of(new BasicAuth(user, password)),
        receivedLimit,
        tables,
        features);
  }

  /**
   * {@return the same reading its tables from outside, at the start and at each reload}
   *
   * @param database the tables
   */
  public LabSettings withTables(LabTables database) {
    return new LabSettings(
        version,
        clock,
        generatedDialogs,
        generatedContacts,
        fifoDirectory,
        basicAuth,
        receivedLimit,
        Optional.of(database),
        features);
  }

  /**
   * {@return the same with more}
   *
   * @param more what it is configured with too
   */
  public LabSettings with(LabFeature... more) {
    EnumSet<LabFeature> all = EnumSet.noneOf(LabFeature.class);
    all.addAll(features);
    all.addAll(Arrays.asList(more));
    return new LabSettings(
        version,
        clock,
        generatedDialogs,
        generatedContacts,
        fifoDirectory,
        basicAuth,
        receivedLimit,
        tables,
        all);
  }
}
