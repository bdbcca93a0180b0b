package dev.opensipsmcp.server.redact;

/**
 * Finds secrets in running text by their form, in one pass from left to right: private keys in PEM,
 * authorization headers, bearer and JSON web tokens, passwords in URLs, and {@code name=value}
 * pairs under the name of a secret.
 */
final class TextScrubber {
  private static final String PEM_BEGIN = "-----BEGIN ";
  private static final String PEM_END = "-----END ";
  private static final String DASHES = "-----";
  private static final String MODPARAM = "modparam";
  private static final int LONGEST_PARAMETER = 512;
  private static final int SHORTEST_TOKEN = 8;
  private static final int LONGEST_LABEL = 64;
  private static final int LONGEST_USER_INFO = 512;

  private final String text;
  private final StringBuilder clean;
  private int copied;
  private int at;

  private TextScrubber(String text) {
    this.text = text;
    this.clean = new StringBuilder(text.length());
  }

  /** {@return the text without secrets} */
  static String scrub(String text) {
    return text.length() < SHORTEST_TOKEN ? text : new TextScrubber(text).run();
  }

  /** {@return whether this is the hex of a digest} */
  static boolean isDigest(String text) {
    if (text.length() < 16) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private String run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '-' && text.startsWith(PEM_BEGIN, at)) {
        pem();
      } else if (c == ':' || c == '=') {
        separator(c);
      } else if (c == ' ' && at > 0) {
        scheme();
      } else if (c == 'e' && text.startsWith("eyJ", at) && startsWord()) {
        webToken();
      } else if (c == 'm' && text.startsWith(MODPARAM, at)) {
        moduleParameter();
      } else {
        at++;
      }
    }
    return copied == 0 ? text : clean.append(text, copied, text.length()).toString();
  }

  private void pem() {
    int label = at + PEM_BEGIN.length();
    int labelEnd = text.indexOf(DASHES, label);
    if (labelEnd < 0
        || labelEnd - label > LONGEST_LABEL
        || !text.substring(label, labelEnd).contains("PRIVATE KEY")) {
      at = label;
      return;
    }
    int body = labelEnd + DASHES.length();
    // Only its own END closes a key (RFC 7468, section 2); without one, all that follows is the
    // key.
    int end = text.indexOf(PEM_END + text.substring(label, labelEnd) + DASHES, body);
    int close = end < 0 ? text.length() : end;
    boolean done = close - body == Redactor.MARK.length() && text.startsWith(Redactor.MARK, body);
    if (close > body && !done) {
      clean.append(text, copied, body).append(Redactor.MARK);
      copied = close;
    }
    at = close;
  }

  /** Stands at {@code :} or {@code =}; a name may stand before it and a value behind it. */
  private void separator(char c) {
    if (c == ':' && userInfo()) {
      return;
    }
    int nameEnd = backOverQuotes(at);
    // A variable of a script: $avp(password) = "..."
    if (c == '=' && nameEnd > 0 && text.charAt(nameEnd - 1) == ')' && quotedBehind()) {
      nameEnd--;
      at += text.startsWith("==", at) ? 1 : 0;
    }
    int nameStart = nameEnd;
    while (nameStart > 0 && isNamePart(text.charAt(nameStart - 1)) && nameEnd - nameStart <= 64) {
      nameStart--;
    }
    String name = text.substring(nameStart, nameEnd);
    if (c == ':' && isHeader(name)) {
      at++;
      replace(overBlanks(at), lineEnd(at));
    } else if (SecretNames.contains(name)) {
      at++;
      value();
    } else if (SecretNames.source(name)) {
      at++;
      source();
    } else if (SecretNames.digestAnswer(name)) {
      at++;
      digest();
    } else {
      at++;
    }
  }

  private boolean quotedBehind() {
    int value = overBlanks(text.startsWith("==", at) ? at + 2 : at + 1);
    int quote = overQuoteEscapes(value);
    return quote < text.length() && isQuote(text.charAt(quote));
  }

  private static boolean isHeader(String name) {
    return name.equalsIgnoreCase("authorization") || name.equalsIgnoreCase("proxy-authorization");
  }

  /** {@code scheme://user:password@} and {@code sip:user:password@}. */
  private boolean userInfo() {
    int start;
    if (text.startsWith("//", at + 1)) {
      start = at + 3;
    } else if (endsWith("sip") || endsWith("sips")) {
      start = at + 1;
    } else {
      return false;
    }
    int colon = -1;
    int sign = -1;
    int limit = Math.min(text.length(), start + LONGEST_USER_INFO);
    for (int i = start; i < limit && !endsUserInfo(text.charAt(i)); i++) {
      if (startsPath(text.charAt(i)) && !passwordBetween(colon, i)) {
        break;
      }
      if (text.charAt(i) == ':' && colon < 0) {
        colon = i;
      } else if (text.charAt(i) == '@') {
        sign = i;
      }
    }
    if (colon < 0 || sign <= colon) {
      return false;
    }
    replace(colon + 1, sign);
    return true;
  }

  private static boolean endsUserInfo(char c) {
    return c <= ' ' || isQuote(c) || c == '<' || c == '>' || c == ',';
  }

  private static boolean startsPath(char c) {
    return c == '/' || c == '?' || c == '#';
  }

  /** A password may hold a slash where nobody encoded it; what is all digits is a port. */
  private boolean passwordBetween(int colon, int end) {
    if (colon < 0) {
      return false;
    }
    for (int i = colon + 1; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return true;
      }
    }
    return false;
  }

  private boolean endsWith(String word) {
    int start = at - word.length();
    return start >= 0
        && text.regionMatches(true, start, word, 0, word.length())
        && (start == 0 || !isNamePart(text.charAt(start - 1)));
  }

  /** Stands at a blank; {@code Bearer} or {@code Basic} may stand before it. */
  private void scheme() {
    boolean bearer = endsWith("bearer");
    if (!bearer && !endsWith("basic")) {
      at++;
      return;
    }
    int start = overBlanks(at);
    int end = start;
    while (end < text.length() && isTokenPart(text.charAt(end))) {
      end++;
    }
    boolean token = end - start >= SHORTEST_TOKEN;
    if (token && (bearer || BasicCredentials.are(text.substring(start, end)))) {
      replace(start, end);
    } else {
      at = Math.max(at + 1, start);
    }
  }

  private void webToken() {
    int end = at;
    int dots = 0;
    while (end < text.length() && (isNamePart(text.charAt(end)) || text.charAt(end) == '.')) {
      dots += text.charAt(end) == '.' ? 1 : 0;
      end++;
    }
    if (dots >= 2) {
      replace(at, end);
    } else {
      at = end;
    }
  }

  /** Replaces the value that begins here, quoted or up to the next delimiter. */
  private void value() {
    int start = valueStart();
    replace(start, valueEnd(start));
  }

  /** Replaces it unless it only says where the secret is. */
  private void source() {
    int start = valueStart();
    int end = valueEnd(start);
    if (SourceWords.are(text.substring(start, end))) {
      at = Math.max(at, end);
    } else {
      replace(start, end);
    }
  }

  private int valueStart() {
    int start = overQuoteEscapes(overBlanks(at));
    return start < text.length() && isQuote(text.charAt(start)) ? start + 1 : start;
  }

  private int valueEnd(int start) {
    if (start > at && isQuote(text.charAt(start - 1))) {
      return closing(start - 1);
    }
    int end = start;
    while (end < text.length() && !endsValue(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void digest() {
    int start = overQuoteEscapes(overBlanks(at));
    if (start < text.length() && isQuote(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    if (end - start >= 16) {
      replace(start, end);
    }
  }

  /** The quote that ends what the one at {@code open} began; a quote escaped the same way. */
  private int closing(int open) {
    char quote = text.charAt(open);
    int escapes = escapesBefore(open);
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == quote && escapesBefore(i) <= escapes) {
        return i - Math.min(escapes, escapesBefore(i));
      }
    }
    return text.length();
  }

  private int escapesBefore(int quote) {
    return quote > 0 && text.charAt(quote - 1) == '\\' ? 1 : 0;
  }

  private int overBlanks(int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  private int overQuoteEscapes(int from) {
    return from + 1 < text.length() && text.charAt(from) == '\\' && isQuote(text.charAt(from + 1))
        ? from + 1
        : from;
  }

  private int backOverQuotes(int from) {
    int i = from;
    while (i > 0 && i > from - 4 && isBetweenNameAndSeparator(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean isBetweenNameAndSeparator(char c) {
    return c == ' ' || c == '\t' || c == '\\' || isQuote(c);
  }

  /** The end of the line, written plainly or as an escape. */
  private int lineEnd(int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escaped =
          c == '\\'
              && i + 1 < text.length()
              && (text.charAt(i + 1) == 'r' || text.charAt(i + 1) == 'n');
      if (c == '\r' || c == '\n' || escaped) {
        return i;
      }
    }
    return text.length();
  }

  /**
   * {@code modparam("module", "password", "the secret")}, as configurations of OpenSIPS have it.
   */
  private void moduleParameter() {
    int start = at;
    at += MODPARAM.length();
    int open = overWhite(at);
    if (open >= text.length() || text.charAt(open) != '(') {
      return;
    }
    int module = overQuoted(open + 1);
    int name = module < 0 ? -1 : overQuoted(overComma(module));
    int value = name < 0 ? -1 : overWhite(overComma(name));
    if (value < 0 || value >= text.length() || name - start > LONGEST_PARAMETER) {
      return;
    }
    int nameStart = overQuoteEscapes(overWhite(overComma(module))) + 1;
    int nameEnd = name - 1 - escapesBefore(name - 1);
    int quote = overQuoteEscapes(value);
    if (nameEnd > nameStart
        && SecretNames.parameter(text.substring(nameStart, nameEnd))
        && quote < text.length()
        && isQuote(text.charAt(quote))) {
      replace(quote + 1, closing(quote));
    } else {
      at = name;
    }
  }

  /** {@return behind the quoted text that begins here, or -1 where none does} */
  private int overQuoted(int from) {
    int quote = from < 0 ? text.length() : overQuoteEscapes(overWhite(from));
    if (quote >= text.length() || !isQuote(text.charAt(quote))) {
      return -1;
    }
    int limit = Math.min(text.length(), quote + LONGEST_PARAMETER);
    for (int i = quote + 1; i < limit; i++) {
      if (text.charAt(i) == text.charAt(quote)) {
        return i + 1;
      }
    }
    return -1;
  }

  private int overComma(int from) {
    int comma = from < 0 ? text.length() : overWhite(from);
    return comma < text.length() && text.charAt(comma) == ',' ? comma + 1 : -1;
  }

  private int overWhite(int from) {
    int i = Math.max(0, from);
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  private boolean startsWord() {
    return at == 0 || !isNamePart(text.charAt(at - 1));
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private static boolean isTokenPart(char c) {
    return isNamePart(c) || c == '.' || c == '~' || c == '+' || c == '/' || c == '=';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean endsValue(char c) {
    return c <= ' '
        || c == ','
        || c == ';'
        || c == '&'
        || c == '<'
        || c == '>'
        || isQuote(c)
        || c == ')'
        || c == '}'
        || c == ']';
  }

  /** {@code ${NAME}} says where a secret is to be put, and is none. */
  private boolean isReference(int from, int to) {
    if (to - from < 4 || !text.startsWith("${", from) || text.charAt(to - 1) != '}') {
      return false;
    }
    for (int i = from + 2; i < to - 1; i++) {
      char c = text.charAt(i);
      if ((c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
        return false;
      }
    }
    return true;
  }

  private void replace(int from, int to) {
    if (isReference(from, to)) {
      at = Math.max(at, to);
      return;
    }
    if (text.startsWith(Redactor.MARK, from)) {
      at = Math.max(from + Redactor.MARK.length(), at);
      return;
    }
    if (to > from) {
      clean.append(text, copied, from).append(Redactor.MARK);
      copied = to;
    }
    at = Math.max(at, to);
  }
}
