// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.StandardObjects;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.View;
import io.aludel.core.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Sequences, views and routines as MariaDB writes them. */
final class MariaDbObjects extends StandardObjects {
    private static final String CHECK_OPTION = " check option";

    MariaDbObjects(MariaDbDialect dialect, MariaDbColumns columns, MariaDbConstraints constraints) {
        super(dialect, columns, constraints);
    }

    // sequences

    /** Numbers are taken one by one, unless another cache is wanted: by itself the server takes a thousand. */
    @Override
    public List<String> createSequence(Sequence sequence) {
        super.createSequence(sequence.withType(null)); // refuses what there is not
        requireUsualType(sequence);
        Numbering numbering = sequence.numbering();
        return List.of("create sequence " + name(sequence) + " start with " + numbering.start() + " increment by "
                + numbering.increment()
                + (numbering.minimum() == null ? "" : " minvalue " + numbering.minimum())
                + (numbering.maximum() == null ? "" : " maxvalue " + numbering.maximum())
                + " cache " + numbering.cache() + (numbering.cycle() ? " cycle" : "")
                + (sequence.comment() == null
                        ? ""
                        : " comment=" + MariaDbColumns.comment(sequence.comment(), dialect)));
    }

    /** To begin with another number is for the next restart; a comment is changed as that of a table. */
    @Override
    public List<String> alterSequence(Sequence from, Sequence to) {
        requireUsualType(to);
        List<String> statements = new ArrayList<>();
        super.alterSequence(
                        from.withType(null).withComment(null), to.withType(null).withComment(null))
                .forEach(statement -> statements.add(statement.replace(" no cycle", " nocycle")));
        if (!Objects.equals(from.comment(), to.comment())) {
            statements.add("alter table " + name(from) + " comment="
                    + MariaDbColumns.comment(
                            to.comment() == null ? "" : Objects.requireNonNull(to.comment()), dialect));
        }
        return statements;
    }

    /** Others came with MariaDB 11.5. */
    private void requireUsualType(Sequence sequence) {
        if (sequence.type() != null && !sequence.type().equals(SqlType.bigint())) {
            throw new UnsupportedFeatureException(
                    "sequence of another type than bigint (\"" + sequence.name() + "\" of " + sequence.type() + ")",
                    dialect.name(),
                    "Leave the type out, and give the sequence a maximum.");
        }
    }

    /** To the server a sequence is a kind of table. */
    @Override
    public List<String> renameSequence(Sequence sequence, TableName to) {
        super.renameSequence(sequence, to); // refuses what there is not
        return List.of("alter table " + name(sequence) + " rename to " + name(to));
    }

    // views

    /** What a view is made by stands before its name, but for the check of what is written through it. */
    @Override
    public List<String> createView(View view) {
        List<String> plain = super.createView(view.withOptions(List.of()));
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (String option : view.options()) {
            if (option.endsWith(CHECK_OPTION)) {
                after.append("\n").append(option);
            } else {
                before.append(option).append(" ");
            }
        }
        return List.of("create " + before + plain.get(0).substring("create ".length()) + after);
    }

    // routines

    @Override
    public List<String> createRoutine(Routine routine) {
        List<String> statements = new ArrayList<>(super.createRoutine(routine.withComment(null)));
        if (routine.comment() != null) {
            statements.add("alter " + routine.type().sql() + " " + name(routine) + " comment "
                    + MariaDbColumns.comment(routine.comment(), dialect));
        }
        return statements;
    }
}
