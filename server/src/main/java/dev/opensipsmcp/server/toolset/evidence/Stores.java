package dev.opensipsmcp.server.toolset.evidence;

import dev.opensipsmcp.server.hep.HepEar;
import dev.opensipsmcp.server.tool.Outcome;
import dev.opensipsmcp.server.toolset.common.ToolError;
import dev.opensipsmcp.sip.capture.CaptureBounds;
import dev.opensipsmcp.sip.capture.CaptureFile;
import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.homer.Homer;
import dev.opensipsmcp.sip.trace.MessageStore;
import dev.opensipsmcp.sip.trace.TraceError;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The places that keep messages, and which of them a call is about: a capture file when it names
 * one, else the Homer server, else what this server received over HEP.
 */
public final class Stores {
  private static final CaptureBounds BOUNDS = CaptureBounds.USUAL.within(Duration.ofSeconds(150));

  private final AllowedDirectories captures;
  private final HomerDoor homer;
  private final HepEar ear;

  private Stores(AllowedDirectories captures, HomerDoor homer, HepEar ear) {
    this.captures = captures;
    this.homer = homer;
    this.ear = ear;
  }

  /** {@return the places that are configured; none is asked before it is needed} */
  public static Stores of(EvidenceDesk desk) {
    return new Stores(
        new AllowedDirectories(desk.settings().captures().directories()), desk.homer(), desk.ear());
  }

  /** Which place a call is about. */
  public sealed interface Choice {
    /**
     * This one.
     *
     * @param store the place
     */
    record Chosen(MessageStore store) implements Choice {}

    /**
     * None.
     *
     * @param failure why
     */
    record Refused(Outcome.Failure failure) implements Choice {}
  }

  /** {@return the Homer server, when one is configured} */
  public Optional<Homer> homer() {
    return homer.client();
  }

  /** {@return where captures may be read and written} */
  public AllowedDirectories captures() {
    return captures;
  }

  /**
   * {@return the place that a call is about}
   *
   * @param path the capture file that it names, if it names one
   */
  public Choice choose(Optional<String> path) {
    if (path.isPresent()) {
      return file(path.get());
    }
    Optional<MessageStore> store =
        homer().<MessageStore>map(it -> it).or(() -> ear.received().map(HepEar.Received::store));
    return store.isPresent()
        ? new Choice.Chosen(store.get())
        : new Choice.Refused(
            ToolError.EVIDENCE_NOT_CONFIGURED.failure(
                "No Homer server is configured, and no capture file is named.",
                "Give path, a file that capture_list_files shows, or ask whoever runs this server"
                    + " to set OPENSIPS_MCP_HOMER_URL."));
  }

  private Choice file(String name) {
    Optional<Path> file = parsed(name).flatMap(captures::real);
    if (file.isEmpty()) {
      return new Choice.Refused(
          ToolError.CAPTURE_OUTSIDE.failure(
              name + " is in no directory where captures may be.",
              "Take a file that capture_list_files shows, or ask whoever runs this server to set"
                  + " OPENSIPS_MCP_CAPTURE_ROOTS."));
    }
    if (!Files.isRegularFile(file.get())) {
      return new Choice.Refused(
          ToolError.CAPTURE_UNREADABLE.failure(
              "There is no file " + name + ".", "Take a file that capture_list_files shows."));
    }
    return new Choice.Chosen(new CaptureFile(file.get(), BOUNDS));
  }

  private static Optional<Path> parsed(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** {@return the failure that an error of a place comes to} */
  public static Outcome.Failure failure(MessageStore store, TraceError error) {
    ToolError code =
        switch (error.kind()) {
          case UNREACHABLE, TIMEOUT, CANCELLED -> ToolError.HOMER_UNREACHABLE;
          case UNAUTHORIZED -> ToolError.HOMER_UNAUTHORIZED;
          case REFUSED, WRONG_ANSWER, TOO_LARGE, UNREADABLE -> ToolError.HOMER_REFUSED;
          case NOT_FOUND -> ToolError.EVIDENCE_NOT_FOUND;
        };
    return (store instanceof Homer ? code : ToolError.CAPTURE_UNREADABLE)
        .failure(error.message(), error.next());
  }
}
