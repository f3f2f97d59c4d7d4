package com.gloebit.examples.demo.output;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;

/** Where the lines go, and how they look there: coloured and redrawn on a terminal, plain text elsewhere. */
public final class Terminal {
    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String RED = "1;31";
    private static final String GREEN = "32";
    private static final String CYAN = "1;36";

    private final PrintStream out;
    private final boolean live;
    private final boolean colour;

    private Terminal(PrintStream out, boolean live, boolean colour) {
        this.out = out;
        this.live = live;
        this.colour = colour;
    }

    public static Terminal ofSystem() {
        return of(System.out, isInteractive(), System.getenv());
    }

    public static Terminal plain(PrintStream out) {
        return new Terminal(out, false, false);
    }

    /** {@code NO_COLOR} with any text takes the colours away; a dumb terminal can draw nothing over, either. */
    static Terminal of(PrintStream out, boolean interactive, Map<String, String> environment) {
        boolean live = interactive && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                out, live, live && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** From Java 22 on there can be a console without a terminal, and a method that tells; it is not in Java 17. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    boolean isLive() {
        return live;
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
        return "  " + styled(DIM, "%-10s".formatted(name)) + "  " + text;
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

    private String styled(String style, String text) {
        return colour ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }
}
