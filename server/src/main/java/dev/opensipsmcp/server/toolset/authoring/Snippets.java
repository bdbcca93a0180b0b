package dev.opensipsmcp.server.toolset.authoring;

import java.util.Set;

/** Pieces of C that stand in a new module, and that are added to one that exists. */
final class Snippets {
  static final String MI_TABLE = "mi_export_t";
  static final String PARAMETER_TABLE = "param_export_t";
  static final String MI_HEADER = "../../mi/mi.h";

  private static final Set<String> WORDS =
      Set.of(
          "auto",
          "break",
          "case",
          "char",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extern",
          "float",
          "for",
          "goto",
          "if",
          "inline",
          "int",
          "long",
          "register",
          "return",
          "short",
          "signed",
          "sizeof",
          "static",
          "struct",
          "switch",
          "typedef",
          "union",
          "unsigned",
          "void",
          "volatile",
          "while",
          "exports");

  private Snippets() {}

  /** {@return whether a name can be one in C, and is none of C's own words} */
  static boolean usable(String name) {
    return name.matches("[a-z][a-z0-9_]{0,39}") && !WORDS.contains(name);
  }

  /** {@return a text as a literal of C} */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c == '?') {
        quoted.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        quoted.append(c);
      } else {
        quoted.append(' ');
      }
    }
    return quoted.append('"').toString();
  }

  /** {@return a text that can stand in a comment of C} */
  static String comment(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", " ").replace("*/", "* /").replace("/*", "/ *");
  }

  static String handler(String function, String description) {
    return "/* "
        + comment(description)
        + " */\n"
        + "static mi_response_t *"
        + function
        + "(const mi_params_t *given,\n"
        + "\t\tstruct mi_handler *async_hdl)\n"
        + "{\n"
        + "\tmi_response_t *answer;\n"
        + "\tmi_item_t *values;\n"
        + "\n"
        + "\tanswer = init_mi_result_object(&values);\n"
        + "\tif (answer == NULL)\n"
        + "\t\treturn NULL;\n"
        + "\n"
        + "\tif (add_mi_string(values, MI_SSTR(\"Status\"), MI_SSTR(\"ready\")) < 0) {\n"
        + "\t\tfree_mi_response(answer);\n"
        + "\t\treturn NULL;\n"
        + "\t}\n"
        + "\treturn answer;\n"
        + "}\n\n";
  }

  static String command(String name, String description, String function) {
    return "\t{ "
        + quoted(name)
        + ", "
        + quoted(description)
        + ", 0, 0, {\n\t\t{"
        + function
        + ", {0}},\n\t\t{EMPTY_MI_RECIPE}}\n\t},\n";
  }

  static String variable(Wanted.Parameter parameter, String variable) {
    return switch (parameter.type()) {
      case TEXT ->
          "static char *"
              + variable
              + " = "
              + (parameter.value().isEmpty() ? "NULL" : quoted(parameter.value()))
              + ";\n";
      case NUMBER ->
          "static int "
              + variable
              + " = "
              + (parameter.value().isEmpty() ? "0" : parameter.value())
              + ";\n";
    };
  }

  static String parameter(Wanted.Parameter parameter, String variable) {
    String type =
        switch (parameter.type()) {
          case TEXT -> "STR_PARAM";
          case NUMBER -> "INT_PARAM";
        };
    return "\t{" + quoted(parameter.name()) + ", " + type + ", &" + variable + "},\n";
  }
}
