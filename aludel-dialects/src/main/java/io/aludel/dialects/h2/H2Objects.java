// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.StandardColumns;
import io.aludel.core.dialect.StandardConstraints;
import io.aludel.core.dialect.StandardObjects;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Sequences, domains, views, routines and triggers as H2 writes them. Functions and procedures are aliases of Java's methods there. */
final class H2Objects extends StandardObjects {
    H2Objects(Dialect dialect, StandardColumns columns, StandardConstraints constraints) {
        super(dialect, columns, constraints);
    }

    @Override
    public List<String> alterSequence(Sequence from, Sequence to) {
        if (!Objects.equals(from.type(), to.type())) {
            throw new UnsupportedFeatureException(
                    "way to change the type of " + from.describe(), dialect.name(), "Drop it and create it anew.");
        }
        return super.alterSequence(from, to);
    }

    /** There is no word for it: another one counts on from where the former is. */
    @Override
    public List<String> renameSequence(Sequence sequence, TableName to) {
        super.renameSequence(sequence, to); // refuses what there is not
        List<String> statements = new ArrayList<>(createSequence(sequence.withName(to)));
        statements.add("alter sequence " + name(to)
                + " restart with (select base_value from information_schema.sequences where sequence_name = "
                + text(sequence.name().name()) + " and sequence_schema = "
                + (sequence.name().schema() == null
                        ? "schema()"
                        : text(sequence.name().schema())) + ")");
        statements.addAll(dropSequence(sequence));
        return statements;
    }

    @Override
    public List<String> createDomain(Domain domain) {
        if (!domain.nullable()) {
            throw new UnsupportedFeatureException(
                    "domain that refuses NULL (" + domain.describe() + ")",
                    dialect.name(),
                    "Let each column refuse it, or add a check: value is not null.");
        }
        if (domain.collation() != null) {
            throw new UnsupportedFeatureException(
                    "collation of a domain (" + domain.describe() + ", " + domain.collation() + ")",
                    dialect.name(),
                    "Leave it out.");
        }
        return super.createDomain(domain);
    }

    @Override
    public List<String> createView(View view) {
        if (!view.options().isEmpty()) {
            throw new UnsupportedFeatureException(
                    "options of views (" + view.describe() + ")", dialect.name(), "Leave them out.");
        }
        return super.createView(view);
    }

    @Override
    public List<String> createRoutine(Routine routine) {
        if (routine.type() == Routine.Kind.AGGREGATE && routine.comment() != null) {
            throw new UnsupportedFeatureException(
                    "comment on an aggregate (" + routine.describe() + ")", dialect.name(), "Leave it out.");
        }
        return super.createRoutine(routine);
    }

    @Override
    protected String named(SchemaObject object) {
        return object instanceof Routine routine && routine.type() != Routine.Kind.AGGREGATE
                ? "alias " + name(object)
                : super.named(object);
    }
}
