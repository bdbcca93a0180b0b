package dev.opensipsmcp.sip.internal.message;

import dev.opensipsmcp.sip.message.Defect.Kind;
import dev.opensipsmcp.sip.message.Header;
import dev.opensipsmcp.sip.message.StartLine;
import java.util.List;

/** Holds the headers of one message against the rules of each and of all. */
final class HeaderCheck {
  private static final Known[] MANDATORY = {
    Known.VIA, Known.FROM, Known.TO, Known.CALL_ID, Known.CSEQ
  };

  private static final Known[] ALL = Known.values();

  private final Defects defects;
  private final int[] counts = new int[Known.COUNT];
  private String cseq = "";
  private String length = "";
  private String type = "";

  HeaderCheck(Defects defects) {
    this.defects = defects;
  }

  /** Looks at one value. */
  void value(String name, String value) {
    Known known = Known.of(name);
    if (known == Known.OTHER) {
      return;
    }
    counts[known.place()]++;
    if (counts[known.place()] == 1) {
      keep(known, value);
    }
    String problem = ValueCheck.problem(known, value);
    if (!problem.isEmpty()) {
      defects.add(Kind.BAD_VALUE, known.longName(), known.longName() + " is wrong: " + problem);
    }
  }

  private void keep(Known known, String value) {
    if (known == Known.CSEQ) {
      cseq = value;
    } else if (known == Known.CONTENT_LENGTH) {
      length = value;
    } else if (known == Known.CONTENT_TYPE) {
      type = value;
    }
  }

  /** Looks at all together. */
  void finish(StartLine start, List<Header> headers, byte[] bytes, int bodyAt) {
    if (!(start instanceof StartLine.Broken)) {
      for (Known known : MANDATORY) {
        if (counts[known.place()] == 0) {
          defects.add(
              Kind.MISSING_HEADER, known.longName(), "There is no " + known.longName() + ".");
        }
      }
    }
    for (Known known : ALL) {
      if (counts[known.place()] > 1 && known.single()) {
        defects.add(
            Kind.REPEATED_HEADER,
            known.longName(),
            known.longName() + " comes " + counts[known.place()] + " times.");
      }
    }
    if (start instanceof StartLine.Request request) {
      method(request.method());
    }
    int body = length(bytes.length - bodyAt);
    if (type.regionMatches(true, 0, "multipart", 0, 9)) {
      new BodyReader(bytes, defects).read(headers, bodyAt, bodyAt + body);
    }
  }

  private void method(String method) {
    int digits = Chars.over(Chars.DIGIT, cseq, 0, cseq.length());
    String named = cseq.substring(digits).strip();
    if (!named.isEmpty() && !named.equals(method)) {
      defects.add(
          Kind.METHOD_MISMATCH, "CSeq", "CSeq names another method than the first line does.");
    }
  }

  /** {@return how many of the bytes that came are the body's} */
  private int length(int there) {
    long said = Chars.number(length, 0, length.length(), Integer.MAX_VALUE);
    if (said > there) {
      defects.add(Kind.TRUNCATED, Defects.BODY, sentence(said, there));
    } else if (said >= 0 && said < there) {
      defects.add(Kind.TRAILING_BYTES, Defects.BODY, sentence(said, there));
      return (int) said;
    }
    return there;
  }

  private static String sentence(long said, int there) {
    return "The body should have " + said + " bytes, " + there + " came.";
  }
}
