// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Domain;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Objects;

/** Creates a type with conditions. */
public record CreateDomain(Domain domain) implements Operation {
    public CreateDomain {
        Objects.requireNonNull(domain, "domain");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        fit.isFree(before.domains(), domain);
        return fit.building(() -> before.withDomains(Fit.with(domain, before.domains())));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropDomain(domain.name(), domain));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().createDomain(domain);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.DOMAIN;
    }

    @Override
    public List<TableName> tables() {
        return List.of(domain.name());
    }

    @Override
    public String describe() {
        return "create " + domain.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createDomain(this);
    }
}
