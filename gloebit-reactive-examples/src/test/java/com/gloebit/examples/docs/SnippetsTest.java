package com.gloebit.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every block of Java in the README and in docs/ compiles. CONTRIBUTING.md says what such a block may use. */
class SnippetsTest {
    static Stream<Snippet> snippets() throws IOException {
        return Documents.all().stream().flatMap(document -> Snippet.in(document.name(), document.lines()).stream());
    }

    @Test
    void thereAreSnippets() throws IOException {
        assertThat(snippets()).anyMatch(snippet -> snippet.file().equals("README.md"));
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void compiles(Snippet snippet) throws IOException {
        assertThat(SnippetCompiler.objections(snippet)).isEmpty();
    }

    @Test
    void statementsThatDoNotCompileAreObjectedTo() throws IOException {
        Snippet wrong = new Snippet("x.md", 3, List.of("Mono<BigDecimal> info = ada.info();"));

        assertThat(SnippetCompiler.objections(wrong)).singleElement().asString().startsWith("x.md:3: ");
    }

    @Test
    void typesAreCompiledAsTheyAre() throws IOException {
        String right = "record Order(TransactionId id) {}";

        assertThat(SnippetCompiler.objections(new Snippet("x.md", 1, List.of(right))))
                .isEmpty();
        assertThat(SnippetCompiler.objections(new Snippet("x.md", 1, List.of(right.replace("TransactionId", "No")))))
                .isNotEmpty();
    }

    @Test
    void onlyBlocksOfJavaAreFound() {
        List<String> lines = List.of("```java", "a();", "```", "```sh", "b", "```", "```java", "c();", "```");

        assertThat(Snippet.in("x.md", lines))
                .containsExactly(new Snippet("x.md", 2, List.of("a();")), new Snippet("x.md", 8, List.of("c();")));
    }

    @Test
    void aBlockThatIsNeverClosedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Snippet.in("x.md", List.of("```java", "a();")));
    }
}
