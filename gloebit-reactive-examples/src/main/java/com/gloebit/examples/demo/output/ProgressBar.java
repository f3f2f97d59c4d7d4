package com.gloebit.examples.demo.output;

/** On a terminal, one line that is drawn over and over; elsewhere, a line for each quarter. */
public final class ProgressBar {
    private static final int WIDTH = 40;
    private static final int QUARTER = 25;

    private final Terminal terminal;
    private final int total;
    private int done;
    private int shownPercent = -1;

    public ProgressBar(Terminal terminal, int total) {
        this.terminal = terminal;
        this.total = total;
    }

    public void step() {
        done++;
        int percent = (int) (100L * done / total);
        if (percent != shownPercent) {
            shownPercent = percent;
            draw(percent);
        }
    }

    private void draw(int percent) {
        if (terminal.isLive()) {
            int filled = WIDTH * percent / 100;
            String bar = terminal.bar("#".repeat(filled)) + "-".repeat(WIDTH - filled);
            terminal.redraw("  [" + bar + "] " + percent + " %, " + done + " of " + total, percent == 100);
        } else if (percent > 0 && percent % QUARTER == 0) {
            terminal.print(terminal.fact("progress", percent + " %, " + done + " of " + total));
        }
    }
}
