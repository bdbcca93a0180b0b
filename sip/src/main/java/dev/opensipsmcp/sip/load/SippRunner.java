package dev.opensipsmcp.sip.load;

import java.io.File;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Starts SIPp: without a shell, with an empty environment, each run in a new directory that only
 * its owner can enter.
 *
 * @param program SIPp
 * @param directory where the runs' directories are made
 */
public record SippRunner(Path program, Path directory) {

  /** What a start comes to. */
  public sealed interface Started {
    /**
     * It runs.
     *
     * @param run the run; whoever has it must close it
     */
    record Running(SippRun run) implements Started {}

    /**
     * It does not.
     *
     * @param reason one sentence
     */
    record Failed(String reason) implements Started {}
  }

  /** Starts a run. */
  public Started start(SippOrder order) {
    Path own;
    try {
      own =
          Files.createTempDirectory(
              directory,
              ".run-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException | UnsupportedOperationException e) {
      return new Started.Failed("No directory can be made in " + directory + ": " + said(e));
    }
    try {
      write(own.resolve(SippCommand.SCENARIO), order.xml());
      if (!order.users().isEmpty()) {
        write(own.resolve(SippCommand.USERS), order.users());
      }
      InetAddress address = FreePorts.towards(order.target());
      int port = order.port().isPresent() ? order.port().getAsInt() : FreePorts.find(address);
      int control = FreePorts.find(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
      List<String> words =
          SippCommand.words(program.toString(), order, text(address), port, control);
      return new Started.Running(
          new SippRun(process(words, own), own, order, text(address) + ':' + port, control));
    } catch (IOException e) {
      RunFiles.remove(own);
      return new Started.Failed(program + " could not be run: " + said(e));
    }
  }

  private static Process process(List<String> words, Path own) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    // SIPp draws screens even where nobody looks, and ends when it knows no terminal.
    builder.environment().put("TERM", "dumb");
    builder.directory(own.toFile());
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static String text(InetAddress address) {
    return address instanceof Inet6Address
        ? '[' + address.getHostAddress() + ']'
        : address.getHostAddress();
  }

  private static String said(Exception e) {
    return String.valueOf(e.getMessage());
  }

  /** Nobody else may read it: a list of users has their password. */
  private static void write(Path file, String text) throws IOException {
    FileAttribute<?> owner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(file, owner);
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
  }
}
