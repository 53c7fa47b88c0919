// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.mapping.annotation.ColumnType;
import io.aludel.mapping.annotation.ColumnTypes;
import io.aludel.mapping.annotation.Computed;
import io.aludel.mapping.annotation.DatabaseEnum;
import io.aludel.mapping.annotation.DefaultValue;
import io.aludel.mapping.annotation.ForeignKeyConstraint;
import io.aludel.mapping.annotation.ForeignKeyConstraints;
import io.aludel.mapping.annotation.Identity;
import io.aludel.mapping.annotation.OnDelete;
import io.aludel.mapping.annotation.PrimaryKeyConstraint;
import io.aludel.mapping.annotation.RenamedFrom;
import io.aludel.mapping.annotation.SqlDialect;
import jakarta.persistence.Access;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

/** The names of the annotations that the rules read. */
final class Jakarta {
    static final String ACCESS = Access.class.getName();
    static final String BASIC = Basic.class.getName();
    static final String COLUMN = Column.class.getName();
    static final String EMBEDDABLE = Embeddable.class.getName();
    static final String ELEMENT_COLLECTION = ElementCollection.class.getName();
    static final String EMBEDDED = Embedded.class.getName();
    static final String EMBEDDED_ID = EmbeddedId.class.getName();
    static final String ENTITY = Entity.class.getName();
    static final String ENUMERATED = Enumerated.class.getName();
    static final String ENUMERATED_VALUE = EnumeratedValue.class.getName();
    static final String GENERATED_VALUE = GeneratedValue.class.getName();
    static final String ID = Id.class.getName();
    static final String ID_CLASS = IdClass.class.getName();
    static final String JOIN_COLUMN = JoinColumn.class.getName();
    static final String JOIN_COLUMNS = JoinColumns.class.getName();
    static final String LOB = Lob.class.getName();
    static final String MANY_TO_MANY = ManyToMany.class.getName();
    static final String MANY_TO_ONE = ManyToOne.class.getName();
    static final String MAPPED_SUPERCLASS = MappedSuperclass.class.getName();
    static final String ONE_TO_MANY = OneToMany.class.getName();
    static final String ONE_TO_ONE = OneToOne.class.getName();
    static final String ORDER_BY = OrderBy.class.getName();
    static final String SEQUENCE_GENERATOR = SequenceGenerator.class.getName();
    static final String SEQUENCE_GENERATORS = SequenceGenerators.class.getName();
    static final String TABLE = Table.class.getName();
    static final String TRANSIENT = Transient.class.getName();
    static final String VERSION = Version.class.getName();

    static final String COLUMN_TYPE = ColumnType.class.getName();
    static final String COLUMN_TYPES = ColumnTypes.class.getName();
    static final String COMPUTED = Computed.class.getName();
    static final String DATABASE_ENUM = DatabaseEnum.class.getName();
    static final String FOREIGN_KEY_CONSTRAINT = ForeignKeyConstraint.class.getName();
    static final String FOREIGN_KEY_CONSTRAINTS = ForeignKeyConstraints.class.getName();
    static final String IDENTITY = Identity.class.getName();
    static final String PRIMARY_KEY_CONSTRAINT = PrimaryKeyConstraint.class.getName();
    static final String SQL_DIALECT = SqlDialect.class.getName();
    static final String CONVERT = Convert.class.getName();
    static final String ON_DELETE = OnDelete.class.getName();
    static final String DEFAULT_VALUE = DefaultValue.class.getName();
    static final String RENAMED_FROM = RenamedFrom.class.getName();
    static final String HIBERNATE_ON_DELETE = "org.hibernate.annotations.OnDelete";
    static final String HIBERNATE_COLUMN_DEFAULT = "org.hibernate.annotations.ColumnDefault";

    private Jakarta() {}

    /** A name that an annotation gives, without the quotes or backticks that older mappings put around it. */
    static String plainName(String name) {
        boolean quoted = name.length() > 2
                && (name.startsWith("\"") && name.endsWith("\"") || name.startsWith("`") && name.endsWith("`"));
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
