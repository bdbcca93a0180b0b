package dev.opensipsmcp.server.toolset.authoring;

import java.util.List;

/**
 * A new module that does nothing yet but start, stop, and answer.
 *
 * @param name the module's name
 * @param description what it is for, a line
 * @param commands its MI commands
 * @param parameters its parameters
 */
record Skeleton(
    String name,
    String description,
    List<Wanted.Command> commands,
    List<Wanted.Parameter> parameters) {
  Skeleton {
    commands = List.copyOf(commands);
    parameters = List.copyOf(parameters);
  }

  String makefile() {
    return "# Run by the tree's own Makefile: make modules modules=modules/"
        + name
        + "\n\ninclude ../../Makefile.defs\nauto_gen=\nNAME="
        + name
        + ".so\n\ninclude ../../Makefile.modules\n";
  }

  String source() {
    StringBuilder c = new StringBuilder();
    c.append("/*\n * ").append(name).append(": ").append(Snippets.comment(description));
    c.append("\n *\n * SPDX-License-Identifier: GPL-2.0-or-later\n */\n\n");
    c.append("#include \"../../sr_module.h\"\n#include \"../../dprint.h\"\n");
    if (!commands.isEmpty()) {
      c.append("#include \"").append(Snippets.MI_HEADER).append("\"\n");
    }
    c.append("\nstatic int mod_init(void);\nstatic void mod_destroy(void);\n\n");
    tables(c);
    exports(c);
    c.append("/* Runs once, before OpenSIPS starts its processes. */\n");
    c.append("static int mod_init(void)\n{\n\tLM_INFO(\"starting\\n\");\n\treturn 0;\n}\n\n");
    c.append("/* Runs once, when OpenSIPS ends. */\n");
    c.append("static void mod_destroy(void)\n{\n\tLM_INFO(\"ending\\n\");\n}\n");
    return c.toString();
  }

  private void tables(StringBuilder c) {
    if (!parameters.isEmpty()) {
      parameters.forEach(it -> c.append(Snippets.variable(it, it.name() + "_param")));
      c.append("\nstatic const param_export_t params[] = {\n");
      parameters.forEach(it -> c.append(Snippets.parameter(it, it.name() + "_param")));
      c.append("\t{0, 0, 0}\n};\n\n");
    }
    if (!commands.isEmpty()) {
      commands.forEach(it -> c.append(Snippets.handler("mi_" + it.name(), it.description())));
      c.append("static const mi_export_t mi_cmds[] = {\n");
      commands.forEach(
          it -> c.append(Snippets.command(it.name(), it.description(), "mi_" + it.name())));
      c.append("\t{EMPTY_MI_EXPORT}\n};\n\n");
    }
  }

  private void exports(StringBuilder c) {
    c.append("struct module_exports exports = {\n\t").append(Snippets.quoted(name));
    c.append(",\n\tMOD_TYPE_DEFAULT,\n\tMODULE_VERSION,\n\tDEFAULT_DLFLAGS,\n");
    row(c, "0", "load");
    row(c, "0", "dependencies");
    row(c, "0", "functions");
    row(c, "0", "async functions");
    row(c, parameters.isEmpty() ? "0" : "params", "parameters");
    row(c, "0", "statistics");
    row(c, commands.isEmpty() ? "0" : "mi_cmds", "MI commands");
    row(c, "0", "variables");
    row(c, "0", "transformations");
    row(c, "0", "processes of its own");
    row(c, "0", "before initialisation");
    row(c, "mod_init", "initialisation");
    row(c, "0", "replies");
    row(c, "mod_destroy", "end");
    row(c, "0", "in each process");
    c.append("\t0 /* script reload */\n};\n\n");
  }

  private static void row(StringBuilder c, String value, String what) {
    c.append('\t').append(value).append(", /* ").append(what).append(" */\n");
  }
}
