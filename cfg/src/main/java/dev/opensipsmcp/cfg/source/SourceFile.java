package dev.opensipsmcp.cfg.source;

import java.nio.charset.Charset;

/**
 * A file as it was read.
 *
 * @param name its name, relative to the folder that everything is read from
 * @param text what is in it
 * @param charset what it is written in: UTF-8, or else ISO-8859-1, in which any bytes are text
 */
public record SourceFile(String name, String text, Charset charset) {
  /** {@return the bytes of the file, exactly} */
  public byte[] bytes() {
    return text.getBytes(charset);
  }
}
