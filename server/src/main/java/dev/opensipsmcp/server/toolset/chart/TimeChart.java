package dev.opensipsmcp.server.toolset.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts over time as an SVG picture: stacked bars, and over them a percentage as a line with an
 * axis of its own. Ground and colours suit a light page as well as a dark one. Attributes are in
 * single quotes, which cost nothing inside JSON.
 */
public final class TimeChart {
  /** The most times that bars can be told apart for. */
  public static final int MOST = 200;

  private static final int WIDTH = 720;
  private static final int HEIGHT = 300;
  private static final int LEFT = 54;
  private static final int RIGHT = 664;
  private static final int TOP = 58;
  private static final int BOTTOM = 246;
  private static final int LETTER = 7;
  private static final int GAP = 24;
  private static final String[] BARS = {"#3b82f6", "#d9822b"};
  private static final String LINE = "#d6409f";
  private static final String TEXT = "#7d8590";

  private TimeChart() {}

  /**
   * One part of each bar.
   *
   * @param name what it counts
   * @param values one for each time, 0 or more
   */
  public record Bars(String name, List<Long> values) {
    public Bars {
      values = List.copyOf(values);
    }
  }

  /**
   * The line.
   *
   * @param name what it is
   * @param percents one for each time, 0 to 100; where there is none, the line is broken
   */
  public record Line(String name, List<Optional<Double>> percents) {
    public Line {
      percents = List.copyOf(percents);
    }
  }

  /**
   * What is written on it.
   *
   * @param title what it shows
   * @param across what the times are
   * @param up what is counted
   */
  public record Words(String title, String across, String up) {}

  /**
   * {@return a whole SVG document}
   *
   * @param words what is written on it
   * @param times what stands below each bar, empty for nothing; 1 to {@value #MOST} of them
   * @param bars at most two parts of each bar, the lowest first
   * @param line the percentage
   */
  public static String of(Words words, List<String> times, List<Bars> bars, Line line) {
    if (times.isEmpty() || times.size() > MOST || bars.size() > BARS.length) {
      throw new IllegalArgumentException("1 to " + MOST + " times, at most 2 parts of a bar");
    }
    Scale scale = Scale.upTo(highest(bars, times.size()));
    StringBuilder svg = new StringBuilder(4_000);
    svg.append("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(HEIGHT)
        .append("' width='")
        .append(WIDTH)
        .append("' height='")
        .append(HEIGHT)
        .append("' role='img' font-family='system-ui,sans-serif' font-size='11' fill='")
        .append(TEXT)
        .append("'><title>")
        .append(escaped(words.title()))
        .append("</title>");
    text(svg, LEFT, 20, "font-size='14' font-weight='600'", words.title());
    legend(svg, bars, line);
    axes(svg, words, scale);
    long[] below = new long[times.size()];
    for (int part = 0; part < bars.size(); part++) {
      bars(svg, bars.get(part), BARS[part], below, scale);
    }
    line(svg, line, times.size());
    times(svg, times);
    return svg.append("</svg>").toString();
  }

  private static long highest(List<Bars> bars, int times) {
    long highest = 0;
    for (int time = 0; time < times; time++) {
      long sum = 0;
      for (Bars part : bars) {
        sum += part.values().get(time);
      }
      highest = Math.max(highest, sum);
    }
    return highest;
  }

  private static void legend(StringBuilder svg, List<Bars> bars, Line line) {
    int x = LEFT;
    for (int part = 0; part < bars.size(); part++) {
      svg.append("<rect x='")
          .append(x)
          .append("' y='32' width='10' height='10' rx='2' fill='")
          .append(BARS[part])
          .append("'/>");
      text(svg, x + 15, 41, "", bars.get(part).name());
      x += 32 + 6 * bars.get(part).name().length();
    }
    svg.append("<path d='M")
        .append(x)
        .append(" 37h14' stroke='")
        .append(LINE)
        .append("' stroke-width='2'/>");
    text(svg, x + 19, 41, "", line.name());
  }

  private static void axes(StringBuilder svg, Words words, Scale scale) {
    StringBuilder grid = new StringBuilder();
    for (int step = 0; step <= scale.steps(); step++) {
      String y = at(y((double) step / scale.steps()));
      grid.append('M').append(LEFT).append(' ').append(y).append('H').append(RIGHT);
      text(svg, LEFT - 7, y, "text-anchor='end' dy='4'", Scale.shown(step * scale.step()));
    }
    svg.append("<path d='")
        .append(grid)
        .append("' stroke='")
        .append(TEXT)
        .append("' stroke-opacity='.22' fill='none'/>");
    for (int percent = 0; percent <= 100; percent += 25) {
      text(svg, RIGHT + 7, at(y(percent / 100.0)), "dy='4'", percent + " %");
    }
    text(svg, (LEFT + RIGHT) / 2, HEIGHT - 10, "text-anchor='middle'", words.across());
    int middle = (TOP + BOTTOM) / 2;
    text(
        svg,
        13,
        middle,
        "text-anchor='middle' transform='rotate(-90 13 " + middle + ")'",
        words.up());
  }

  private static void bars(StringBuilder svg, Bars bars, String colour, long[] below, Scale scale) {
    double slot = (double) (RIGHT - LEFT) / below.length;
    double width = Math.min(slot * 0.76, 44);
    StringBuilder path = new StringBuilder();
    for (int time = 0; time < below.length; time++) {
      long value = bars.values().get(time);
      if (value > 0) {
        path.append('M')
            .append(at(LEFT + slot * (time + 0.5)))
            .append(' ')
            .append(at(y((double) below[time] / scale.top())))
            .append("v-")
            .append(at((double) (BOTTOM - TOP) * value / scale.top()));
        below[time] += value;
      }
    }
    // A stroke for each bar: half as long as its outline.
    svg.append("<path stroke='")
        .append(colour)
        .append("' stroke-width='")
        .append(at(width))
        .append("' d='")
        .append(path)
        .append("'/>");
  }

  private static void line(StringBuilder svg, Line line, int times) {
    double slot = (double) (RIGHT - LEFT) / times;
    StringBuilder path = new StringBuilder();
    StringBuilder alone = new StringBuilder();
    boolean open = false;
    for (int time = 0; time < times; time++) {
      Optional<Double> percent = line.percents().get(time);
      if (percent.isPresent()) {
        String point =
            at(LEFT + slot * (time + 0.5)) + " " + at(y(Math.clamp(percent.get() / 100, 0, 1)));
        path.append(open ? 'L' : 'M').append(point);
        boolean last = time == times - 1 || line.percents().get(time + 1).isEmpty();
        if (!open && last) {
          alone.append('M').append(point).append("h0");
        }
      }
      open = percent.isPresent();
    }
    svg.append("<path fill='none' stroke='")
        .append(LINE)
        .append("' stroke-width='2' stroke-linejoin='round' stroke-linecap='round' d='")
        .append(path)
        .append("'/>");
    if (!alone.isEmpty()) {
      svg.append("<path stroke='")
          .append(LINE)
          .append("' stroke-width='5' stroke-linecap='round' d='")
          .append(alone)
          .append("'/>");
    }
  }

  /** As many as have room, at equal distances. */
  private static void times(StringBuilder svg, List<String> times) {
    double slot = (double) (RIGHT - LEFT) / times.size();
    List<Integer> named = new ArrayList<>();
    int longest = 1;
    for (int time = 0; time < times.size(); time++) {
      if (!times.get(time).isEmpty()) {
        named.add(time);
        longest = Math.max(longest, times.get(time).length());
      }
    }
    int room = Math.max(1, (RIGHT - LEFT) / (LETTER * longest + GAP));
    int every = Math.max(1, Math.ceilDiv(named.size(), room));
    for (int at = 0; at < named.size(); at += every) {
      text(
          svg,
          at(LEFT + slot * (named.get(at) + 0.5)),
          BOTTOM + 18,
          "text-anchor='middle'",
          times.get(named.get(at)));
    }
  }

  private static double y(double share) {
    return BOTTOM - (BOTTOM - TOP) * share;
  }

  private static void text(StringBuilder svg, Object x, Object y, String how, String words) {
    svg.append("<text x='")
        .append(x)
        .append("' y='")
        .append(y)
        .append("' ")
        .append(how)
        .append('>')
        .append(escaped(words))
        .append("</text>");
  }

  private static String at(double place) {
    String text = String.format(Locale.ROOT, "%.1f", place);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
