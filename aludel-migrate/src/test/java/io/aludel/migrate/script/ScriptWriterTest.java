// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected texts are classes of the package {@code golden}: the build compiles them without a warning, and the formatter leaves them alone. */
class ScriptWriterTest {
    private static final Path GOLDEN = Path.of("src/test/java/io/aludel/migrate/script/golden");
    private static final ScriptWriter WRITER =
            new ScriptWriter("io.aludel.migrate.script.golden", "// SPDX-License-Identifier: Apache-2.0");

    static Stream<NewScript> examples() {
        return ScriptExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writesTheScript(NewScript script) throws IOException {
        Path golden = GOLDEN.resolve(script.fileName());
        if (Boolean.getBoolean("aludel.golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, WRITER.write(script));
        }
        assertThat(WRITER.write(script)).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsCompiledAsksForTheSameOperations(NewScript script, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(script.fileName()), new ScriptWriter("", "").write(script));

        Script read = new ScriptFolder(folder, List.of()).scripts().get(0);

        assertThat(read.node()).isEqualTo(script.node());
        assertThat(read.message())
                .isEqualTo(script.message().isEmpty() ? read.fileName().replace(".java", "") : script.message());
        assertThat(read.checksum()).isEqualTo(Checksum.of(script.operations()));
        List<Operation> up = read.up().stream().map(Recorded::operation).toList();
        assertThat(up(new NewScript(script.id(), script.parents(), "", up))).isEqualTo(up(script));
    }

    private static List<String> up(NewScript script) {
        return new ScriptWriter("", "")
                .write(script)
                .lines()
                .dropWhile(line -> !line.contains("void up"))
                .takeWhile(line -> !line.contains("void down"))
                .toList();
    }
}
