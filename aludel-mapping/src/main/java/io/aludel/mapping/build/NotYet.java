// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.build;

import io.aludel.mapping.problem.MappingCode;
import io.aludel.mapping.source.SourceAnnotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Annotations that mean something which this version cannot do: said aloud, never passed over. */
final class NotYet {
    private static final String COMPOSITE =
            "identify it by one attribute, and say what is unique by @Table(uniqueConstraints)";
    private static final String INHERITANCE = "use a @MappedSuperclass, or entities of their own";
    private static final String OVERRIDE = "declare the attribute in the entity itself";
    private static final String LISTENER = "do it where the entity is changed";
    private static final String EMBEDDED = "declare its attributes in the entity itself";
    private static final String LINK = "make an entity of the link, with two @ManyToOne";
    private static final String ELEMENTS = "make an entity of the element, with a @ManyToOne";
    private static final String MAP = "use a List or a Set";
    private static final String CONVERTER = "say @Convert(converter = …) at each attribute";

    private static final Map<String, String> ALTERNATIVES = Map.ofEntries(
            Map.entry("IdClass", COMPOSITE),
            Map.entry("EmbeddedId", COMPOSITE),
            Map.entry("MapsId", COMPOSITE),
            Map.entry("Inheritance", INHERITANCE),
            Map.entry("DiscriminatorColumn", INHERITANCE),
            Map.entry("DiscriminatorValue", INHERITANCE),
            Map.entry("PrimaryKeyJoinColumn", INHERITANCE),
            Map.entry("PrimaryKeyJoinColumns", INHERITANCE),
            Map.entry("AttributeOverride", OVERRIDE),
            Map.entry("AttributeOverrides", OVERRIDE),
            Map.entry("AssociationOverride", OVERRIDE),
            Map.entry("AssociationOverrides", OVERRIDE),
            Map.entry("SecondaryTable", "make an entity of the second table, with a @OneToOne"),
            Map.entry("SecondaryTables", "make an entity of the second table, with a @OneToOne"),
            Map.entry("TableGenerator", "use GenerationType.IDENTITY or SEQUENCE"),
            Map.entry("TableGenerators", "use GenerationType.IDENTITY or SEQUENCE"),
            Map.entry("EntityListeners", LISTENER),
            Map.entry("PrePersist", LISTENER),
            Map.entry("PostPersist", LISTENER),
            Map.entry("PreUpdate", LISTENER),
            Map.entry("PostUpdate", LISTENER),
            Map.entry("PreRemove", LISTENER),
            Map.entry("PostRemove", LISTENER),
            Map.entry("PostLoad", LISTENER),
            Map.entry("Embedded", EMBEDDED),
            Map.entry("ManyToMany", LINK),
            Map.entry("JoinTable", LINK),
            Map.entry("ElementCollection", ELEMENTS),
            Map.entry("CollectionTable", ELEMENTS),
            Map.entry("OrderColumn", "add a number to the element and say @OrderBy"),
            Map.entry("MapKey", MAP),
            Map.entry("MapKeyClass", MAP),
            Map.entry("MapKeyColumn", MAP),
            Map.entry("MapKeyEnumerated", MAP),
            Map.entry("MapKeyJoinColumn", MAP),
            Map.entry("MapKeyJoinColumns", MAP),
            Map.entry("MapKeyTemporal", MAP),
            Map.entry("Converts", CONVERTER));

    /** What changes nothing about the tables and nothing about a session, so that passing over it loses nothing but itself. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "NamedQuery",
            "NamedQueries",
            "NamedNativeQuery",
            "NamedNativeQueries",
            "NamedStoredProcedureQuery",
            "NamedStoredProcedureQueries",
            "NamedEntityGraph",
            "NamedEntityGraphs",
            "SqlResultSetMapping",
            "SqlResultSetMappings",
            "Cacheable");

    private NotYet() {}

    static void check(EntityDraft draft, @Nullable String member, List<SourceAnnotation> annotations) {
        for (SourceAnnotation annotation : annotations) {
            String name = annotation.type().substring(annotation.type().lastIndexOf('.') + 1);
            if (annotation.type().startsWith("org.hibernate.")) {
                checkHibernate(draft, member, annotation, name);
            } else if (annotation.type().startsWith("jakarta.persistence.")) {
                checkJakarta(draft, member, name);
            }
        }
    }

    private static void checkJakarta(EntityDraft draft, @Nullable String member, String name) {
        String alternative = ALTERNATIVES.get(name);
        if (name.equals("Convert") && member == null) {
            draft.error(MappingCode.NOT_YET, null, "@Convert at a class is not supported yet; " + CONVERTER + ".");
        } else if (alternative != null) {
            draft.error(MappingCode.NOT_YET, member, "@" + name + " is not supported yet; " + alternative + ".");
        } else if (WITHOUT_EFFECT.contains(name)) {
            draft.warning(MappingCode.NOT_READ, member, "@" + name + " is not read.");
        }
    }

    private static void checkHibernate(
            EntityDraft draft, @Nullable String member, SourceAnnotation annotation, String name) {
        boolean understood = member != null
                && (annotation.type().equals(Jakarta.HIBERNATE_ON_DELETE)
                        || annotation.type().equals(Jakarta.HIBERNATE_COLUMN_DEFAULT));
        if (!understood) {
            draft.warning(
                    MappingCode.NOT_READ,
                    member,
                    "Hibernate's @" + name
                            + " is not read; say the same with Jakarta Persistence or Aludel's annotations.");
        }
    }
}
