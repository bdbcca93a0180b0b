package dev.opensipsmcp.sip.capture;

import dev.opensipsmcp.sip.file.AllowedDirectories;
import dev.opensipsmcp.sip.internal.capture.PcapWriter;
import dev.opensipsmcp.sip.trace.CapturedMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes messages as new pcap files that Wireshark, tshark and sngrep open. A file appears whole or
 * not at all, and only its owner can read it; one that exists is never touched.
 *
 * @param directories where files may be written
 */
public record CaptureWriter(AllowedDirectories directories) {

  /** What a file is filled with. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of it.
     *
     * @param out where to; not to be closed
     * @throws IOException when it can't be written
     */
    Filled write(OutputStream out) throws IOException;
  }

  /** What writing the content came to. */
  public sealed interface Filled {
    /**
     * All was written.
     *
     * @param packets how many packets
     * @param messages how many messages
     * @param notes what its reader should know; whole sentences
     */
    record Whole(long packets, long messages, List<String> notes) implements Filled {
      public Whole {
        notes = List.copyOf(notes);
      }
    }

    /**
     * There is nothing, or only a part; no file shall be.
     *
     * @param reason one sentence
     */
    record Nothing(String reason) implements Filled {}
  }

  /**
   * Writes messages as pcap.
   *
   * @param file a new file in a directory that exists
   * @param messages what to write, in this order
   * @return what came of it
   */
  public Exported write(Path file, List<CapturedMessage> messages) {
    return write(
        file,
        out -> {
          if (messages.isEmpty()) {
            return new Filled.Nothing("There is no message to write.");
          }
          PcapWriter writer = new PcapWriter(out);
          for (CapturedMessage message : messages) {
            writer.write(message);
          }
          return new Filled.Whole(writer.packets(), messages.size(), notes(writer));
        });
  }

  /**
   * Writes a file of any content.
   *
   * @param file a new file in a directory that exists
   * @param content what to write
   * @return what came of it
   */
  public Exported write(Path file, Content content) {
    Optional<Path> real = directories.real(file);
    if (real.isEmpty()) {
      return new Exported.Refused(
          file + " is outside of the directories where captures may be written.");
    }
    if (Files.exists(real.get(), LinkOption.NOFOLLOW_LINKS)) {
      return new Exported.Refused(file + " exists already.");
    }
    Path temporary =
        real.get().resolveSibling("." + real.get().getFileName() + "." + UUID.randomUUID());
    try {
      Exported exported = write(real.get(), temporary, content);
      if (exported instanceof Exported.Done) {
        // A link fails where a file came up meanwhile; a move would replace it.
        Files.createLink(real.get(), temporary);
      }
      return exported;
    } catch (NoSuchFileException _) {
      return new Exported.Refused("There is no directory for " + file + ".");
    } catch (IOException | UnsupportedOperationException e) {
      return new Exported.Refused(file + " could not be written: " + e);
    } finally {
      remove(temporary);
    }
  }

  private static Exported write(Path file, Path temporary, Content content) throws IOException {
    FileAttribute<?> owner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    MessageDigest digest = sha256();
    try (FileChannel channel = FileChannel.open(temporary, options, owner)) {
      OutputStream out =
          new BufferedOutputStream(
              new DigestOutputStream(Channels.newOutputStream(channel), digest), 1 << 16);
      switch (content.write(out)) {
        case Filled.Nothing(String reason) -> {
          return new Exported.Refused(reason);
        }
        case Filled.Whole(long packets, long messages, List<String> notes) -> {
          out.flush();
          channel.force(true);
          String hash = HexFormat.of().formatHex(digest.digest());
          return new Exported.Done(file, channel.size(), packets, messages, hash, notes);
        }
      }
    }
  }

  private static List<String> notes(PcapWriter writer) {
    List<String> notes = new ArrayList<>();
    if (writer.disguised() > 0) {
      notes.add(
          writer.disguised()
              + " messages of other transports than UDP and TCP are written as UDP datagrams.");
    }
    if (writer.unaddressed() > 0) {
      notes.add(writer.unaddressed() + " messages have an end whose address is not known.");
    }
    return notes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void remove(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException _) {
      // The file that matters is there, or is not, as was told.
    }
  }
}
