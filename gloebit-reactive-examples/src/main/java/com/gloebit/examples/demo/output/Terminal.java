package com.gloebit.examples.demo.output;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/** Prints lines: coloured and redrawn on a terminal, plain text elsewhere. */
public final class Terminal {
    private static final List<IStyle> BOLD = List.of(Style.bold);
    private static final List<IStyle> FAINT = List.of(Style.faint);
    private static final List<IStyle> RED = List.of(Style.bold, Style.fg_red);
    private static final List<IStyle> GREEN = List.of(Style.fg_green);
    private static final List<IStyle> CYAN = List.of(Style.bold, Style.fg_cyan);

    private final PrintStream out;
    private final ColorScheme colours;

    private Terminal(PrintStream out, Ansi ansi) {
        this.out = out;
        this.colours = Help.defaultColorScheme(ansi);
    }

    /** Picocli looks for a terminal, and for {@code NO_COLOR}; it does not know that a dumb terminal has no colours. */
    public static Terminal ofSystem() {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return Ansi.AUTO.enabled() && !dumb ? live(System.out) : plain(System.out);
    }

    public static Terminal plain(PrintStream out) {
        return new Terminal(out, Ansi.OFF);
    }

    static Terminal live(PrintStream out) {
        return new Terminal(out, Ansi.ON);
    }

    /** Writes to the same place. */
    public PrintWriter writer() {
        return new PrintWriter(out, true, Charset.defaultCharset());
    }

    /** The colours of usage texts. */
    public ColorScheme colours() {
        return colours;
    }

    boolean isLive() {
        return colours.ansi().enabled();
    }

    public void print(String line) {
        out.println(line);
    }

    /** Draws over the line that was drawn last. */
    void redraw(String line, boolean last) {
        out.print("\r" + line);
        if (last) {
            out.println();
        }
        out.flush();
    }

    public String title(String text) {
        return styled(BOLD, text);
    }

    public String stage(String text) {
        return System.lineSeparator() + styled(CYAN, text);
    }

    public String fact(String name, String text) {
        return "  " + styled(FAINT, "%-10s".formatted(name)) + "  " + text;
    }

    public String good(String text) {
        return "  " + styled(GREEN, "%-10s".formatted("proved")) + "  " + text;
    }

    public String bad(String text) {
        return styled(RED, text);
    }

    String bar(String text) {
        return styled(GREEN, text);
    }

    private String styled(List<IStyle> styles, String text) {
        return colours.apply(text, styles).toString();
    }
}
