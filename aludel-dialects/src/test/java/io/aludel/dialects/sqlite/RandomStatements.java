// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Statements that make a table, its indexes, a view and a trigger, written in every way that SQLite takes: names in all quotes, keywords as names,
 * comments and line breaks between any two tokens.
 */
final class RandomStatements {
    /** A name as it is meant; words that need no quotes are keywords that SQLite takes for names. */
    private static final List<String> NAMES = List.of(
            "a",
            "b1",
            "Id",
            "key",
            "asc",
            "desc",
            "always",
            "generated",
            "temp",
            "view",
            "replace",
            "rowid",
            "strict",
            "match",
            "action",
            "deferred",
            "initially",
            "virtual",
            "without",
            "имя",
            "名前",
            "a$1",
            "select",
            "table",
            "order",
            "collate",
            "constraint",
            "references",
            "primary",
            "two words",
            "it's",
            "say \"so\"",
            "a`b",
            "[x",
            "); drop table other; --",
            "/* no */",
            "-- no",
            "1st",
            "new\nline",
            "ß",
            "😀",
            "x".repeat(300));

    private static final Set<String> BARE = Set.of(
            "a",
            "b1",
            "Id",
            "key",
            "asc",
            "desc",
            "always",
            "generated",
            "temp",
            "view",
            "replace",
            "rowid",
            "strict",
            "match",
            "action",
            "deferred",
            "initially",
            "virtual",
            "without",
            "имя",
            "名前",
            "a$1",
            "ß",
            "😀");

    private static final List<String> GAPS = List.of(
            " ",
            " ",
            " ",
            " ",
            "  \t",
            "\n",
            "\r\n",
            "/* , ( ' */",
            " /*)*/ ",
            "-- ) , \" '\n",
            "/***/",
            " -- check (\n\n",
            "\f");

    private static final List<String> TYPES = List.of(
            "",
            "",
            "int",
            "INTEGER",
            "text",
            "varchar ( 20 )",
            "numeric(10 , 2)",
            "'my type'",
            "double precision",
            "blob",
            "long" + " int",
            "decimal(+5)",
            "[x y] z");

    private final Random random;
    private final Set<String> taken = new HashSet<>();
    final String table;
    final List<String> columns = new ArrayList<>();
    /** What of the table a schema has no words for. */
    int wordless;

    int checks;
    private boolean keyed;
    private boolean computed;

    RandomStatements(Random random) {
        this.random = random;
        this.table = fresh();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            columns.add(fresh());
        }
    }

    String createTable() {
        List<String> out = new ArrayList<>(words("create table"));
        out.add(quoted(table));
        out.add("(");
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                out.add(",");
            }
            column(out, i);
        }
        int constraints = random.nextInt(4);
        for (int i = 0; i < constraints; i++) {
            if (i == 0 || random.nextBoolean()) {
                out.add(",");
            }
            tableConstraint(out);
        }
        out.add(")");
        if (keyed && !autoincrement && one(4)) {
            out.addAll(words("without rowid"));
        }
        return joined(out);
    }

    private boolean autoincrement;

    private void column(List<String> out, int index) {
        out.add(quoted(columns.get(index)));
        String type = pick(TYPES);
        if (!type.isEmpty()) {
            out.addAll(words(type));
        }
        boolean generated = index > 0 && one(6);
        boolean reached = false;
        for (int i = random.nextInt(4); i > 0; i--) {
            named(out);
            switch (random.nextInt(9)) {
                case 0 -> {
                    if (!keyed && !generated) {
                        keyed = true;
                        reached = true;
                        out.addAll(words("primary key"));
                        if (type.equals("INTEGER") && one(2)) {
                            autoincrement = true;
                            out.add("autoincrement");
                        } else {
                            out.addAll(words(pick(List.of("", "asc", ""))));
                            conflict(out, true);
                        }
                    }
                }
                case 1 -> {
                    out.addAll(words("not null"));
                    conflict(out, true);
                }
                case 2 -> {
                    out.add("unique");
                    conflict(out, true);
                }
                case 3 -> check(out);
                case 4 -> {
                    if (!generated) {
                        out.add("default");
                        out.addAll(words(pick(List.of(
                                "1",
                                "- 2.5",
                                "+ 3",
                                "'it''s ( '",
                                "null",
                                "abc",
                                "\"so\"",
                                "current_date",
                                "x'0f'",
                                "( 1 + ( 2 ) )",
                                "( 'a' || ')' )",
                                "true",
                                "1e3",
                                "0x1F"))));
                    }
                }
                case 5 -> {
                    out.add("collate");
                    out.add(pick(List.of("nocase", "\"rtrim\"", "binary", "[NOCASE]")));
                }
                case 6 -> reference(out, 1);
                case 7 -> {
                    out.add("null");
                    conflict(out, false);
                }
                default -> out.addAll(words("deferrable"));
            }
        }
        if (generated && !reached) {
            out.addAll(words(pick(List.of("generated always as", "as"))));
            out.addAll(List.of("(", quoted(columns.get(0)), "||", "')'", ")"));
            out.addAll(words(pick(List.of("", "stored", "virtual"))));
            computed = true;
        }
    }

    private void tableConstraint(List<String> out) {
        named(out);
        switch (random.nextInt(5)) {
            case 0 -> {
                if (keyed || computed) {
                    check(out);
                } else {
                    keyed = true;
                    out.addAll(words("primary key"));
                    key(out);
                    conflict(out, true);
                }
            }
            case 1 -> {
                out.add("unique");
                key(out);
                conflict(out, true);
            }
            case 2 -> {
                check(out);
                conflict(out, false);
            }
            default -> {
                int size = 1 + random.nextInt(Math.min(2, columns.size()));
                out.addAll(words("foreign key ("));
                for (int i = 0; i < size; i++) {
                    if (i > 0) {
                        out.add(",");
                    }
                    out.add(quoted(columns.get(i)));
                }
                out.add(")");
                reference(out, size);
            }
        }
    }

    private void key(List<String> out) {
        int size = 1 + random.nextInt(columns.size());
        out.add("(");
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                out.add(",");
            }
            String name = quoted(columns.get(i));
            out.addAll(one(6) ? List.of("(", name, ")") : List.of(name));
            if (one(5)) {
                out.add("asc");
            }
        }
        out.add(")");
    }

    private void reference(List<String> out, int size) {
        out.add("references");
        boolean own = one(2);
        out.add(own ? quoted(one(2) ? table.toUpperCase(Locale.ROOT) : table) : quoted("other"));
        out.add("(");
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                out.add(",");
            }
            out.add(quoted(own ? columns.get(i) : i == 0 ? "X" : "y"));
        }
        out.add(")");
        for (int i = random.nextInt(3); i > 0; i--) {
            out.addAll(words(pick(List.of(
                    "on delete cascade",
                    "on update set null",
                    "on delete set default",
                    "on update no action",
                    "on delete restrict",
                    "on insert cascade",
                    "match full",
                    "match 'simple'"))));
        }
        out.addAll(words(pick(List.of(
                "",
                "deferrable",
                "not deferrable",
                "deferrable initially deferred",
                "deferrable initially immediate",
                "not deferrable initially deferred"))));
    }

    private void check(List<String> out) {
        checks++;
        out.addAll(List.of("check", "("));
        expression(out);
        out.add(")");
    }

    private void expression(List<String> out) {
        String column = quoted(columns.get(0));
        out.addAll(
                switch (random.nextInt(6)) {
                    case 0 -> List.of(column, "<>", "') -- '");
                    case 1 -> List.of("(", column, "is", "not", "null", ")");
                    case 2 -> List.of(column, "in", "(", "1", ",", "'a'", ")");
                    case 3 -> List.of("length", "(", column, ")", ">", "0");
                    case 4 -> List.of("case", "when", column, "then", "1", "else", "x'00'", "end");
                    default -> List.of(column, "||", column, "like", "'%''%'");
                });
    }

    private void named(List<String> out) {
        if (one(4)) {
            out.add("constraint");
            out.add(quoted(fresh()));
        }
    }

    private void conflict(List<String> out, boolean heeded) {
        if (one(12)) {
            out.addAll(words("on conflict"));
            out.add(pick(List.of("rollback", "abort", "fail", "ignore", "replace")));
            wordless += heeded ? 1 : 0;
        }
    }

    String createIndex() {
        List<String> out = new ArrayList<>(words("create"));
        if (one(3)) {
            out.add("unique");
        }
        out.addAll(words(pick(List.of("index", "index if not exists"))));
        out.add(quoted(fresh()));
        out.add("on");
        out.add(quoted(table));
        out.add("(");
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                out.add(",");
            }
            if (one(3)) {
                expression(out);
            } else {
                String name = quoted(pick(columns), false);
                out.addAll(one(4) ? List.of("(", name, ")") : List.of(name));
            }
            for (int collations = random.nextInt(3); collations > 1; collations--) {
                out.add("collate");
                out.add(pick(List.of("nocase", "\"rtrim\"", "binary")));
            }
            out.addAll(words(pick(List.of("", "asc", "desc"))));
        }
        out.add(")");
        if (one(3)) {
            out.add("where");
            expression(out);
        }
        return joined(out);
    }

    String createView() {
        List<String> out = new ArrayList<>(words("create view"));
        out.add(quoted(fresh()));
        if (one(2)) {
            out.addAll(List.of("(", quoted(columns.get(0)), ")"));
        }
        out.addAll(words("as select"));
        out.add(quoted(columns.get(0), false));
        out.add("from");
        out.add(quoted(table));
        return joined(out);
    }

    String createTrigger() {
        List<String> out = new ArrayList<>(words("create trigger"));
        out.add(quoted(fresh()));
        out.addAll(words("after insert on"));
        out.add(quoted(table));
        out.addAll(words("begin select 'end' ; end"));
        return joined(out);
    }

    // pieces

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A name that is none of the others, in any case. */
    private String fresh() {
        String name = pick(NAMES);
        while (!taken.add(SqliteNames.folded(name))) {
            name = pick(NAMES) + random.nextInt(100);
        }
        return name;
    }

    private String quoted(String name) {
        return quoted(name, true);
    }

    /** The name in one of the ways in which it can be written. */
    private String quoted(String name, boolean asText) {
        boolean bare = BARE.contains(name) || name.matches("[a-z][0-9]+|other|X|[А-я]+");
        return switch (random.nextInt(asText ? 6 : 5)) {
            case 0 -> '`' + name.replace("`", "``") + '`';
            case 1 -> name.contains("]") ? quoted(name, asText) : '[' + name + ']';
            case 2, 3 -> bare ? name : quoted(name, asText);
            case 4 -> '"' + name.replace("\"", "\"\"") + '"';
            default -> '\'' + name.replace("'", "''") + '\'';
        };
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" (?=(?:[^']*'[^']*')*[^']*$)"));
    }

    private String joined(List<String> tokens) {
        StringBuilder text = new StringBuilder();
        for (String token : tokens) {
            if (!text.isEmpty()) {
                boolean tight = "(),;".contains(token) || "(),".indexOf(text.charAt(text.length() - 1)) >= 0;
                text.append(tight && one(2) ? "" : pick(GAPS));
            }
            text.append(token);
        }
        return text.toString();
    }
}
