package com.gloebit.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project's Markdown files: those of the root and of docs/. */
final class Documents {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Documents() {}

    record Document(String name, List<String> lines) {
        Document {
            lines = List.copyOf(lines);
        }
    }

    static List<Document> all() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path directory : List.of(ROOT, ROOT.resolve("docs"))) {
            try (Stream<Path> found = Files.list(directory)) {
                found.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
            }
        }
        List<Document> documents = new ArrayList<>();
        for (Path file : files) {
            documents.add(new Document(ROOT.relativize(file).toString(), Files.readAllLines(file)));
        }
        return documents;
    }
}
