package dev.opensipsmcp.cfg.internal.build;

import java.util.ArrayList;
import java.util.List;

/** Puts an include in the place of each line whose secret lies in a file. */
record Secrets(Values values) {

  /** {@return the lines, without any that would hold a secret} */
  List<String> place(List<String> lines) {
    List<String> out = new ArrayList<>();
    for (String line : lines) {
      int at = line.indexOf('\u0000');
      if (at < 0) {
        out.add(line);
        continue;
      }
      String name = line.substring(at + 1, line.indexOf('\u0000', at + 1));
      out.add("# the file holds the line " + line.replace(Values.fileMark(name), "..."));
      out.add("include_file \"" + values.secretFiles().get(name) + "\"");
    }
    return out;
  }
}
