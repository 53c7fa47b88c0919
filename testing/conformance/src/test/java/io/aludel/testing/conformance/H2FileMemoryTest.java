// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.testing.databases.TestDatabase;
import io.aludel.testkit.TestedDatabase;
import io.aludel.testkit.conformance.MemoryTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** H2 keeps rows of a file that do not fit into memory in another file. (In memory, it cannot be reached by another process.) */
class H2FileMemoryTest extends MemoryTests {
    H2FileMemoryTest() {
        super(H2FileMemoryTest::file);
    }

    private static TestedDatabase file() {
        assumeTrue(TestDatabase.selected().contains(TestDatabase.H2), "H2 is selected");
        return new InFile();
    }

    private record InFile(Path folder) implements TestedDatabase {
        InFile() {
            this(folderOfItsOwn());
        }

        private static Path folderOfItsOwn() {
            try {
                return Files.createTempDirectory("many");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String dsn() {
            return "h2:file:" + folder.resolve("many");
        }

        @Override
        public DataSource dataSource() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:" + dsn() + ";DATABASE_TO_LOWER=TRUE");
            return source;
        }

        @Override
        public void close() {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) Files.delete(file);
                Files.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
