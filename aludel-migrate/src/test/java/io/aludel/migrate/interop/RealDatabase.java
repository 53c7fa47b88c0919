// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Schemas that others wrote, in the folder that {@code -Daludel.schemas} names. */
final class RealDatabase {
    private static final String DELIMITER = "DELIMITER ";

    private RealDatabase() {}

    /** Makes its tables; rows are left out, and so is the database that it would make. */
    static void load(FreshDatabase database, String file) throws IOException, SQLException {
        String folder = System.getProperty("aludel.schemas", "");
        assumeTrue(!folder.isEmpty(), "no folder with real schemas was given");
        String text = Files.readString(Path.of(folder, file)).replace("\uFEFF", "");
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            if (database.database() == TestDatabase.SQLITE) {
                statement.executeUpdate(text); // execute() stops after the first statement
            } else if (database.database() == TestDatabase.POSTGRESQL) {
                statement.execute(forServer(text));
            } else {
                for (String one : statements(text)) {
                    statement.execute(one);
                }
            }
        }
    }

    /** What psql itself would do, and what needs an extension that does not come with the server, is left out. */
    private static String forServer(String text) {
        int start = text.indexOf("\\c ");
        return (start < 0 ? text : text.substring(text.indexOf('\n', start)))
                .replaceAll("(?m)^\\\\.*$", "")
                .replaceAll("(CREATE|COMMENT ON) EXTENSION[^;]*;", "")
                .replace("public.vector(20)", "real[]")
                .replaceAll("CREATE INDEX film_embedding_embedding_hnsw_idx[^;]*;", "")
                .replace("REVOKE USAGE ON SCHEMA public FROM PUBLIC;", "")
                .replaceAll("(?m)^ALTER .* OWNER TO .*;$", "")
                .replaceAll("(?m)^SELECT pg_catalog.set_config.*$", "");
    }

    /** As the client cuts them: by a semicolon at the end of a line, or by what a line with {@code DELIMITER} says. */
    private static List<String> statements(String script) {
        String tables = script.replaceAll("\\bsakila\\.", "")
                .replaceAll("(?im)^(DROP|CREATE) (SCHEMA|DATABASE) .*$|^USE .*$", "")
                .replaceAll("(?ms)^INSERT INTO .*?\\);$", "");
        List<String> statements = new ArrayList<>();
        String delimiter = ";";
        StringBuilder statement = new StringBuilder();
        for (String line : tables.lines().toList()) {
            if (line.startsWith(DELIMITER)) {
                delimiter = line.substring(DELIMITER.length()).strip();
            } else if (!statement.toString().isBlank() || !line.startsWith("--")) {
                statement.append(line).append("\n");
                String text = statement.toString().strip();
                if (text.endsWith(delimiter)) {
                    statements.add(text.substring(0, text.length() - delimiter.length()));
                    statement.setLength(0);
                }
            }
        }
        return statements.stream().filter(text -> !text.isBlank()).toList();
    }
}
