// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import io.aludel.testing.databases.FreshDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What MariaDB itself says about all that a database holds, asked for without us; in one order, without the database's own name. */
final class MariaDbWords {
    private static final List<String> QUERIES = List.of(
            "select table_name, table_type, engine, table_collation, create_options, table_comment"
                    + " from information_schema.tables where table_schema = database()",
            "select table_name, column_name, ordinal_position, column_default, is_nullable, collation_name, column_type,"
                    + " extra, generation_expression, column_comment"
                    + " from information_schema.columns where table_schema = database()",
            "select table_name, index_name, seq_in_index, column_name, non_unique, collation, sub_part, index_type,"
                    + " index_comment, ignored from information_schema.statistics where table_schema = database()",
            "select table_name, constraint_name, check_clause"
                    + " from information_schema.check_constraints where constraint_schema = database()",
            "select table_name, constraint_name, column_name, ordinal_position, referenced_table_name,"
                    + " referenced_column_name from information_schema.key_column_usage where table_schema = database()",
            "select table_name, constraint_name, replace(update_rule, 'NO ACTION', 'RESTRICT'),"
                    + " replace(delete_rule, 'NO ACTION', 'RESTRICT')"
                    + " from information_schema.referential_constraints where constraint_schema = database()",
            "select table_name, check_option, definer, security_type, algorithm"
                    + " from information_schema.views where table_schema = database()",
            "select trigger_name, event_object_table, event_manipulation, action_timing, action_order, action_statement,"
                    + " sql_mode, definer from information_schema.triggers where trigger_schema = database()",
            "select routine_name, routine_type, dtd_identifier, character_set_name, collation_name, routine_definition,"
                    + " is_deterministic, sql_data_access, security_type, sql_mode, routine_comment, definer"
                    + " from information_schema.routines where routine_schema = database()",
            "select specific_name, ordinal_position, parameter_mode, parameter_name, dtd_identifier, character_set_name,"
                    + " collation_name from information_schema.parameters where specific_schema = database()",
            "select name, convert(returns using utf8mb4), aggregate from mysql.proc where db = database() and aggregate <> 'NONE'");

    private MariaDbWords() {}

    static List<String> of(FreshDatabase database) throws SQLException {
        List<String> words = new ArrayList<>();
        for (String query : QUERIES) {
            words.addAll(database.rows(query).stream()
                    .map(row -> row.toString().replace("\"" + database.name() + "\".", ""))
                    .sorted()
                    .toList());
        }
        return words;
    }
}
