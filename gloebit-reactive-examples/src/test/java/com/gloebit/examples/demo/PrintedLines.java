package com.gloebit.examples.demo;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps what is printed, and lets somebody act on a line as a reader of the terminal would. */
final class PrintedLines {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    OutputStream whenLine(Predicate<String> matches, Consumer<String> reader) {
        return new OutputStream() {
            private final ByteArrayOutputStream line = new ByteArrayOutputStream();

            @Override
            public void write(int octet) {
                all.write(octet);
                if (octet != '\n') {
                    line.write(octet);
                    return;
                }
                String text = line.toString(StandardCharsets.UTF_8).strip();
                line.reset();
                if (matches.test(text)) {
                    reader.accept(text);
                }
            }
        };
    }

    String text() {
        return all.toString(StandardCharsets.UTF_8);
    }
}
