// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.cli.entities.EntityClasses;
import io.aludel.cli.entities.EntityOptions;
import io.aludel.cli.entities.SourceText;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected texts are classes of the package {@code golden}: the build compiles them, and the formatter leaves them alone. */
class EntityLayoutTest {
    private static final Path GOLDEN = Path.of("src/test/java/io/aludel/cli/entities/golden");
    private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0\n";

    /** Of the database that has most; no server is asked. */
    static List<SourceText> sources() {
        Dialect dialect;
        try (Engine engine = Engine.create("postgresql://nobody@localhost:1/none")) {
            dialect = engine.dialect();
        }
        Schema schema = NastySchema.of(dialect.capabilities());
        EntityOptions options = new EntityOptions(
                "io.aludel.cli.entities.golden", true, Map.of("people", "Human"), EntityOptions.Accessors.PLAIN);
        return EntityClasses.of(schema, dialect, Set.of(), Set.of(TableName.of("orders")), options)
                .sources();
    }

    static Stream<SourceText> examples() {
        return sources().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void laysOutAsTheFormatterDoes(SourceText source) throws IOException {
        Path golden = GOLDEN.resolve(source.className() + ".java");
        if (Boolean.getBoolean("aludel.golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, LICENCE + source.text());
        }
        assertThat(LICENCE + source.text()).isEqualTo(Files.readString(golden));
    }
}
