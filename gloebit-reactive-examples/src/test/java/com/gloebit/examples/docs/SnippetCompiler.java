package com.gloebit.examples.docs;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Checks snippets against the class path of this test. Writes nothing. */
final class SnippetCompiler {
    private static final List<String> OPTIONS = List.of(
            "-classpath",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "--release",
            "17",
            "-proc:none",
            "-Xlint:deprecation,removal,unchecked,rawtypes",
            "-Werror");

    private SnippetCompiler() {}

    /** What the compiler objects to; empty if it accepts the snippet. */
    static List<String> objections(Snippet snippet) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) compiler.getTask(
                new StringWriter(), null, diagnostics, OPTIONS, null, List.of(new Source(snippet.source())));
        task.analyze();
        return diagnostics.getDiagnostics().stream()
                .map(found -> snippet + ": " + found.getMessage(null))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Documented.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
