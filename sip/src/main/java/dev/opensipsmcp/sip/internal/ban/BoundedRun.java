package dev.opensipsmcp.sip.internal.ban;

import dev.opensipsmcp.sip.ban.BanAnswer;
import dev.opensipsmcp.sip.ban.BanError;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a program without a shell, for a limited time, and reads a limited part of what it prints.
 *
 * @param limit how long it may take
 */
public record BoundedRun(Duration limit) {
  private static final int MOST = 8 << 20;

  /**
   * {@return what it printed when it ended well}
   *
   * @param command the program and its arguments
   */
  public BanAnswer<String> run(List<String> command) {
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("LC_ALL", "C.UTF-8");
      process = builder.redirectErrorStream(true).redirectInput(new File("/dev/null")).start();
    } catch (IOException e) {
      return failed(
          BanError.Kind.UNREACHABLE,
          "The program can't be started: " + e.getMessage(),
          "Ask whoever runs this server to check fail2ban.client.");
    }
    AtomicBoolean late = new AtomicBoolean();
    Thread guard = Thread.ofVirtual().start(() -> endLate(process, late));
    try {
      return ended(process, late);
    } finally {
      guard.interrupt();
      process.destroyForcibly();
    }
  }

  private BanAnswer<String> ended(Process process, AtomicBoolean late) {
    byte[] bytes;
    int status;
    try (InputStream in = process.getInputStream()) {
      bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        return failed(
            BanError.Kind.UNKNOWN,
            "fail2ban answers more than is read.",
            "Ask for it at a shell of the server's host.");
      }
      status = process.waitFor();
    } catch (IOException _) {
      return tooLate();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return tooLate();
    }
    if (late.get()) {
      return tooLate();
    }
    String output = new String(bytes, StandardCharsets.UTF_8);
    return status == 0 ? new BanAnswer.Value<>(output) : refused(output);
  }

  private void endLate(Process process, AtomicBoolean late) {
    try {
      Thread.sleep(limit);
      late.set(true);
      process.destroyForcibly();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // It ended in time.
    }
  }

  private static BanAnswer<String> refused(String output) {
    if (output.contains("does not exist")) {
      return failed(
          BanError.Kind.NOT_FOUND,
          "fail2ban has no such jail.",
          "Take one of those that fail2ban_get_status shows.");
    }
    if (output.contains("access socket path") || output.contains("ermission denied to socket")) {
      return failed(
          BanError.Kind.UNREACHABLE,
          "fail2ban's server can't be reached over its socket.",
          "Check that it runs, and that this server's user may use its socket.");
    }
    return failed(
        BanError.Kind.REFUSED, "fail2ban refused: " + last(output), "Look into fail2ban's log.");
  }

  private static String last(String output) {
    String last = output.lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
    return last.length() <= 300 ? last : last.substring(0, 300);
  }

  private static BanAnswer<String> tooLate() {
    return failed(
        BanError.Kind.UNKNOWN,
        "fail2ban did not answer in time.",
        "Read the jail before anything is tried again.");
  }

  private static BanAnswer<String> failed(BanError.Kind kind, String message, String next) {
    return new BanAnswer.Failure<>(new BanError(kind, message, next));
  }
}
